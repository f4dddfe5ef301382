import type { FormFieldMeta } from '../../../src/surfaces/meta/form-contract.ts';
import { text } from '../../texts/text.ts';
import type { FormField } from './form-field.ts';
import type { GenericValue } from './generic-input.tsx';
import { jsonProblem } from './json-problem.ts';
import { formatRanges, numbersIn, parseRanges, rangesOf } from './number-list.ts';
import type { Passwords } from './password-input.tsx';
import type { PortPosition } from './port-positions-input.tsx';
import { parseReferences, type Reference, toReference } from './reference.ts';
import { chosenValue } from './select-data.ts';
import type { Terminations } from './terminations-input.tsx';

/** How values are held by inputs, for those that hold other than REST's text. */
type Values = Pick<FormField, 'empty' | 'read' | 'write' | 'parse' | 'check'>;

const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value));

export const truthValues: Values = {
  empty: false,
  read: (value) => value === true,
  write: (value) => value === true,
  parse: ([first]) => first === 'true' || first === 'True' || first === '1' || first === 'on',
};

export const triStateValues: Values = {
  empty: '',
  read: (value) => (typeof value === 'boolean' ? value : ''),
  write: (value) => value,
  parse: ([first]) => first === 'true' || first === 'True' || first === '1',
};

/** `{ value, label }`, as REST serves a choice, or the bare value. */
export const choiceValues: Values = {
  empty: '',
  read: (value) =>
    textOf(
      typeof value === 'object' && value !== null && 'value' in value ? (value as { value: unknown }).value : value,
    ),
  write: (value, { choices }) => (choices ? chosenValue(choices, String(value)) : String(value)),
  parse: ([first = '']) => first,
};

export const listValues: Values = {
  empty: [],
  read: (value) =>
    (Array.isArray(value) ? value : []).map((one: unknown) =>
      typeof one === 'object' && one !== null && 'value' in one ? (one as { value: unknown }).value : one,
    ),
  write: (value) => value,
  parse: (texts) => [...texts],
};

export const numberValues: Values = {
  empty: '',
  read: textOf,
  write: (value) => Number(String(value).trim()),
  parse: ([first = '']) => first,
  check: (value, field) =>
    /^[+-]?\d+$/.test(String(value).trim()) ? outside(Number(value), field) : text('form.noInteger'),
};

export const decimalValues: Values = {
  ...numberValues,
  check(value, field) {
    const written = String(value).trim();
    if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(written)) return text('form.noNumber');
    const places = written.split('.')[1]?.length ?? 0;
    if (field.places !== undefined && places > field.places) return text('form.tooPrecise', { places: field.places });
    return outside(Number(written), field);
  },
};

function outside(value: number, { minimum, maximum }: FormFieldMeta): string | undefined {
  if (minimum !== undefined && value < minimum) return text('form.tooSmall', { minimum });
  if (maximum !== undefined && value > maximum) return text('form.tooLarge', { maximum });
  return undefined;
}

/** A moment as the input of the user's time zone holds it: `2026-03-01T14:05:00`. */
export const momentValues: Values = {
  empty: '',
  read(value) {
    const moment = new Date(textOf(value));
    if (!value || Number.isNaN(moment.getTime())) return '';
    return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  },
  write: (value) => new Date(String(value)).toISOString(),
  parse: ([first = '']) => momentValues.read(first, undefined as never),
};

export const jsonValues: Values = {
  empty: '',
  read: (value) => (value === null || value === undefined ? '' : JSON.stringify(value, null, 2)),
  write: (value) => JSON.parse(String(value)) as unknown,
  parse: ([first = '']) => first,
  check: (value) => jsonProblem(String(value)),
};

export const attributeValues: Values = {
  empty: {},
  read: (value) => value ?? {},
  write: (value) => value,
  parse: () => ({}),
};

export const referenceValues: Values = {
  empty: null,
  read: toReference,
  write: (value) => (value as Reference).id,
  parse: (texts) => parseReferences(texts)[0] ?? null,
};

export const referencesValues: Values = {
  empty: [],
  read: (value) => (Array.isArray(value) ? value.flatMap((one: unknown) => toReference(one) ?? []) : []),
  write: (value) => (value as readonly Reference[]).map(({ id }) => id),
  parse: parseReferences,
};

/** One end of a cable: several objects of one kind, part of one device, panel or circuit. */
export const terminationValues: Values = {
  empty: { type: '', objects: [] } satisfies Terminations,
  read: (value): Terminations => {
    const ends = (Array.isArray(value) ? value : []) as { object_type: string; object_id: number; object: unknown }[];
    return {
      type: ends[0]?.object_type ?? '',
      objects: ends.map((end) => toReference(end.object) ?? { id: end.object_id }),
    };
  },
  write: (value) => {
    const { type, objects } = value as Terminations;
    return objects.map(({ id }) => ({ object_type: type, object_id: id }));
  },
  parse: ([type = '', ...ids]): Terminations => ({ type, objects: parseReferences(ids) }),
  check: (value) => ((value as Terminations).objects.length === 0 ? text('form.noObjectChosen') : undefined),
};

/** The form gives both halves of REST; `write` tells the pair. */
export const genericValues: Values = {
  empty: { type: '', object: null } satisfies GenericValue,
  read: (value) => value ?? { type: '', object: null },
  write: (value) => value,
  parse: ([type = '', id = '']) => ({ type, object: parseReferences([id])[0] ?? null }) satisfies GenericValue,
  check: (value) =>
    (value as GenericValue).type && !(value as GenericValue).object ? text('form.noObjectChosen') : undefined,
};

export const numberListValues: Values = {
  empty: '',
  read: (value) => formatRanges(rangesOf((Array.isArray(value) ? value : []) as number[])),
  write: (value) => numbersIn(parseRanges(String(value)) ?? []),
  parse: (texts) => texts.join(', '),
  check: (value) => (parseRanges(String(value)) ? undefined : text('form.noNumbers')),
};

export const rangeValues: Values = {
  empty: '',
  read: (value) => formatRanges((Array.isArray(value) ? value : []) as [number, number][]),
  write: (value) => parseRanges(String(value)) ?? [],
  parse: (texts) => texts.join(', '),
  check: (value) => (parseRanges(String(value)) ? undefined : text('form.noNumbers')),
};

/** Pairs of a value and what it is called, one a line: `red: Red`. */
export const pairValues: Values = {
  empty: '',
  read: (value) =>
    (Array.isArray(value) ? (value as [string, string][]) : [])
      .map(([stored, shown]) => (stored === shown ? stored : `${stored.replaceAll(':', '\\:')}: ${shown}`))
      .join('\n'),
  write: (value) =>
    String(value)
      .split('\n')
      .flatMap((line) => {
        const [stored = '', ...rest] = line.split(/(?<!\\):/);
        const key = stored.trim().replaceAll('\\:', ':');
        return key ? [[key, rest.join(':').trim() || key]] : [];
      }),
  parse: (texts) => texts.join('\n'),
};

/** Nothing is held for a stored file's absence; a file that was chosen is sent apart. */
export const imageValues: Values = {
  empty: '',
  read: textOf,
  write: (value) => value,
  parse: () => '',
};

export const passwordValues: Values = {
  empty: { first: '', again: '' } satisfies Passwords,
  read: () => ({ first: '', again: '' }),
  write: (value) => (value as Passwords).first,
  parse: () => ({ first: '', again: '' }),
  check: (value) =>
    (value as Passwords).first === (value as Passwords).again ? undefined : text('form.passwordsDiffer'),
};

export const portPositionValues: Values = {
  empty: [],
  read: (value) =>
    (Array.isArray(value) ? (value as Record<string, unknown>[]) : []).map(
      (one): PortPosition => ({
        position: textOf(one.position),
        rear_port: toReference(one.rear_port),
        rear_port_position: textOf(one.rear_port_position),
      }),
    ),
  write: (value) =>
    (value as readonly PortPosition[]).map(({ position, rear_port, rear_port_position }) => ({
      position: Number(position),
      rear_port: rear_port?.id,
      rear_port_position: Number(rear_port_position),
    })),
  parse: () => [],
  check: (value) =>
    (value as readonly PortPosition[]).every(({ rear_port }) => rear_port) ? undefined : text('form.noObjectChosen'),
};
