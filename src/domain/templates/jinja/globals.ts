import { put } from './collection-methods.ts';
import { isMapping } from './python-values.ts';
import { TemplateError } from './template-error.ts';

/** As many numbers as Jinja's sandbox gives. */
const mostNumbers = 100_000;

function range(...given: number[]): number[] {
  const [start, stop, step] = given.length === 1 ? [0, given[0]!, 1] : [given[0]!, given[1]!, given[2] ?? 1];
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (!(count <= mostNumbers))
    throw new TemplateError('OverflowError', `Range too big. The sandbox blocks ranges larger than ${mostNumbers}.`);
  return Array.from({ length: count }, (_, index) => start + index * step);
}

function mapping(...given: unknown[]): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const one of given) {
    const pairs = Array.isArray(one) ? (one as [unknown, unknown][]) : isMapping(one) ? Object.entries(one) : [];
    for (const [key, value] of pairs) if (key !== '__keywords') put(made, String(key), value);
  }
  return made;
}

/** Names that every template knows. */
export const globals: Readonly<Record<string, unknown>> = {
  dict: mapping,
  namespace: mapping,
  range,
  True: true,
  False: false,
  None: null,
};
