import { randomText } from '#access/make-token.ts';
import { makePassword } from '#access/password.ts';
import { isObject } from '#identity/claims/merge-claims.ts';
import { type Field, FieldError } from './field.ts';
import type { FieldFacts } from './field-facts-contract.ts';
import { findReferences, type ReferenceTarget } from './find-references.ts';
import { readRedirectUris } from './read-redirect-uris.ts';
import { readSeconds } from './read-seconds.ts';

type Options = Partial<FieldFacts> & { readonly max?: number; readonly pattern?: RegExp; readonly refused?: string };

const fail = (message: string): never => {
  throw new FieldError(message);
};

/** A text of one or many lines. */
export const text = (
  column: string,
  label: string,
  { max = 500, pattern, refused, ...facts }: Options = {},
): Field => ({
  label,
  widget: 'text',
  column,
  ...facts,
  accept(value) {
    if (typeof value !== 'string') return fail('This must be a text.');
    const given = facts.widget === 'python' || facts.widget === 'textarea' ? value : value.trim();
    if (facts.required && given === '') return fail('This field may not be blank.');
    if (given.includes('\0')) return fail('Null characters are not allowed.');
    if (given.length > max) return fail(`Ensure this field has no more than ${max} characters.`);
    if (given !== '' && pattern && !pattern.test(given)) return fail(refused ?? 'This value is not allowed.');
    return given;
  },
});

export const flag = (column: string, label: string, facts: Partial<FieldFacts> = {}): Field => ({
  label,
  widget: 'boolean',
  column,
  ...facts,
  accept: (value) => (typeof value === 'boolean' ? value : fail('This must be true or false.')),
});

export const choice = (
  column: string,
  label: string,
  choices: readonly string[],
  facts: Partial<FieldFacts> = {},
): Field => ({
  label,
  widget: 'choice',
  column,
  choices,
  ...facts,
  accept: (value) =>
    choices.includes(value as string) ? (value as string) : fail(`This must be one of ${choices.join(', ')}.`),
});

/** An object of anything. */
export const attributes = (column = 'attributes'): Field => ({
  label: 'Attributes',
  widget: 'json',
  column,
  accept: (value) => (isObject(value) ? JSON.stringify(value) : fail('This must be an object.')),
});

/** A span of time, in seconds or in authentik's words (`hours=1;minutes=30`). */
export const seconds = (column: string, label: string, facts: Partial<FieldFacts> = {}): Field => ({
  label,
  widget: 'seconds',
  column,
  ...facts,
  accept: readSeconds,
});

/** A span of days, or nothing. */
export const days = (label: string, help: string): Field => ({
  label,
  widget: 'text',
  help,
  accept: (value) =>
    value === '' || (/^\d{1,5}$/.test(String(value)) && Number(value) >= 1 && Number(value) <= 36_500)
      ? String(value)
      : fail('This must be a number of days, from 1 to 36500.'),
});

export const redirectUris = (column: string, label: string): Field => ({
  label,
  widget: 'redirect_uris',
  column,
  accept: (value) => JSON.stringify(readRedirectUris(value)),
});

/** The body of a function in Python, checked but not run. */
export const python = (column: string, label: string): Field => {
  const plain = text(column, label, { required: true, widget: 'python', max: 20_000 });
  return {
    ...plain,
    async accept(value, parts) {
      const expression = (await plain.accept(value, parts)) as string;
      const problem = await parts.checkExpression(expression);
      return problem === null ? expression : fail(problem);
    },
  };
};

/** A secret that must be had again in plain: sealed, and told by an endpoint of its own. */
export const secret = (column: string, label: string): Field => ({
  label,
  widget: 'password',
  column,
  writeOnly: true,
  accept(value, { box }) {
    if (typeof value !== 'string' || /[^\x20-\x7e]/.test(value) || value.length > 255)
      return fail('This must be a text of up to 255 ASCII characters.');
    return box.seal(value === '' ? randomText(128) : value);
  },
});

/** A password, of which a hash is kept. An empty one lets nobody in. */
export const password = (column: string, label: string): Field => ({
  label,
  widget: 'password',
  column,
  writeOnly: true,
  accept(value) {
    if (value === null || value === '') return '!';
    if (typeof value !== 'string' || value.length < 8 || value.length > 4096)
      return fail('A password must have 8 characters or more.');
    return makePassword(value);
  },
});

/** Something that we alone write. */
export const told = (column: string, label: string, widget: FieldFacts['widget'] = 'time'): Field => ({
  label,
  widget,
  column,
  readOnly: true,
  accept: () => fail('This field is read-only.'),
});

/** One other object, or none. */
export const reference = (
  column: string,
  label: string,
  target: ReferenceTarget,
  facts: Partial<FieldFacts> = {},
): Field => ({
  label,
  widget: 'reference',
  to: target.name,
  column,
  tell: `(select jsonb_build_object('id', r.id, 'display', r.${target.key}) from ${target.table} r where r.id = t.${column})`,
  ...facts,
  async accept(value, { sql }) {
    if (value === null || value === '') return facts.required ? fail('This field may not be null.') : null;
    return (await findReferences(sql, target, [value]))[0]!;
  },
});

export interface Through {
  readonly table: string;
  /** The columns that name this object, and the other. */
  readonly own: string;
  readonly other: string;
}

/** Any number of other objects. */
export const references = (
  label: string,
  target: ReferenceTarget,
  { table, own, other }: Through,
  facts: Partial<FieldFacts> = {},
): Field => ({
  label,
  widget: 'references',
  to: target.name,
  tell: `(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'display', r.${target.key}) order by r.${target.key}), '[]')
    from ${table} x join ${target.table} r on r.id = x.${other} where x.${own} = t.id)`,
  ...facts,
  accept: (value) => (Array.isArray(value) ? null : fail('This must be a list.')),
  async link(id, value, { sql }) {
    const ids = await findReferences(sql, target, value as unknown[]);
    const list = `{${ids.join(',')}}`;
    const type = target.id === 'uuid' ? 'uuid[]' : 'bigint[]';
    await sql.unsafe(`delete from ${table} where ${own} = $1 and ${other} <> all($2::${type})`, [id, list]);
    await sql.unsafe(`insert into ${table} (${own}, ${other}) select $1, unnest($2::${type}) on conflict do nothing`, [
      id,
      list,
    ]);
  },
});
