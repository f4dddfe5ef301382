import { text } from '../texts/text.ts';
import { checkForm } from './check-form.ts';
import type { FullField, FullForm } from './full-form.ts';
import type { Held } from './held-values.ts';
import { expandPattern, hasPattern } from './patterns.ts';

/** What a pattern makes: what the form would hold for each object, and what is wrong. */
export interface Many {
  /** What each object is told by: the expanded name, address or number. */
  readonly names: readonly string[];
  readonly held: readonly Held[];
  readonly problems: Readonly<Record<string, string>>;
}

/**
 * The objects that the form's pattern stands for; undefined where it holds none. Other texts may have patterns that make
 * as many, or name the field between braces: `VLAN {vid}`.
 */
export function manyAtOnce(form: FullForm, held: Held): Many | undefined {
  const main = form.fields.find(({ name }) => name === form.pattern);
  if (!main) return undefined;
  const written = patternOf(main, held);
  if (!hasPattern(written)) return undefined;
  const names = expandPattern(written, { hex: written.includes(':') });
  if (!names) return { names: [], held: [], problems: { [main.name]: text('form.badPattern') } };
  const problems: Record<string, string> = {};
  const columns = new Map<string, readonly string[]>([[main.name, names]]);
  for (const field of form.fields) {
    const given = held[field.name];
    if (field === main || field.widget !== 'text' || typeof given !== 'string') continue;
    if (given.includes(`{${main.name}}`))
      columns.set(
        field.name,
        names.map((name) => given.replaceAll(`{${main.name}}`, name)),
      );
    else if (hasPattern(given)) {
      const expanded = expandPattern(given) ?? [];
      if (expanded.length === names.length) columns.set(field.name, expanded);
      else problems[field.name] = text('form.noPattern', { count: expanded.length, wanted: names.length });
    }
  }
  const all = names.map((_, at) => ({
    ...held,
    ...Object.fromEntries([...columns].map(([name, texts]) => [name, texts[at]!])),
  }));
  for (const one of all) {
    for (const [name, problem] of Object.entries(checkForm(form, one, { isNew: true }))) problems[name] ??= problem;
    if (Object.keys(problems).length > 0) break;
  }
  return { names, held: all, problems };
}

/** Numbers need no brackets: `100-105` is a pattern, too. */
function patternOf({ name, widget }: FullField, held: Held): string {
  const written = String(held[name] ?? '').trim();
  return widget === 'number' && /^\d+\s*[-,]/.test(written) ? `[${written.replace(/\s/g, '')}]` : written;
}
