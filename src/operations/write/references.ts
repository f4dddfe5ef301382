import { whereSql } from '#database/select/where.ts';
import { pythonText, quotedPythonText } from '#fields/python-text.ts';
import { compare } from '#query/compare.ts';
import { always, and, type Condition } from '#query/tree.ts';
import { keyColumn } from '#registry/registry.ts';
import { tableOf } from '../read/shape.ts';
import type { Draft } from './draft.ts';
import type { WriteContext } from './write-context.ts';

/** An object that a request names by key or by attributes, to be looked up. */
export interface Reference {
  readonly draft: Draft;
  /** The field that the error, if any, belongs to. */
  readonly field: string;
  readonly to: string;
  readonly value: unknown;
  /** Attributes may find objects that the asker may not see. */
  readonly unrestricted?: boolean;
  /** The message where nothing is found, in place of the usual one. */
  readonly missing?: string;
  /** Told the key. */
  readonly found: (key: string) => void;
}

const keyText = (value: unknown): string | undefined => {
  // A number beyond what JSON's readers keep exactly is no key.
  if (typeof value === 'number' && Number.isSafeInteger(Math.trunc(value))) return String(Math.trunc(value));
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' && /^\s*[+-]?\d{1,18}\s*$/.test(value) ? String(BigInt(value.trim())) : undefined;
};

/** Looks all references up: keys by one statement a model, attributes each by its own, side by side. */
export async function resolveReferences(references: readonly Reference[], context: WriteContext): Promise<void> {
  const byKey = new Map<string, { reference: Reference; key: string }[]>();
  const byAttributes = new Map<string, Reference[]>();
  for (const reference of references) {
    const { value } = reference;
    const plain =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).join() === 'id'
        ? (value as { id: unknown }).id
        : value;
    if (typeof plain === 'object' && plain !== null && !Array.isArray(plain)) {
      const signature = `${reference.to} ${reference.unrestricted} ${JSON.stringify(plain)}`;
      byAttributes.set(signature, [...(byAttributes.get(signature) ?? []), reference]);
      continue;
    }
    const key = keyText(plain);
    if (key === undefined)
      refuse(
        reference,
        plain === null
          ? 'This field may not be null.'
          : reference.missing && typeof plain === 'number'
            ? reference.missing
            : `Related objects must be referenced by numeric ID or by dictionary of attributes. Received an unrecognized value: ${pythonText(plain)}`,
      );
    else byKey.set(reference.to, [...(byKey.get(reference.to) ?? []), { reference, key }]);
  }
  await Promise.all([...byKey].map(([to, wanted]) => resolveKeys(to, wanted, context)));
  // Savepoints must not come between the statements of others.
  await Promise.all([...byAttributes.values()].map((same) => resolveAttributes(same, context)));
}

/** Of a list's errors the first is told. */
const refuse = ({ draft, field }: Reference, message: string): void => {
  if (!draft.errors.has(field)) draft.errors.add(field, message);
};

async function resolveKeys(
  to: string,
  wanted: readonly { reference: Reference; key: string }[],
  context: WriteContext,
): Promise<void> {
  const model = context.registry.get(to);
  const column = keyColumn(model);
  const keys = [...new Set(wanted.map(({ key }) => key))];
  const rows = await context.rows(`select ${column} from ${tableOf(model)} t where ${column} = any($1)`, [
    `{${keys.join(',')}}`,
  ]);
  const there = new Set(rows.map(([key]) => key));
  for (const { reference, key } of wanted)
    if (there.has(key)) reference.found(key);
    else refuse(reference, reference.missing ?? `Related object not found using the provided numeric ID: ${key}`);
}

/** Attributes as pairs of paths and texts: nested objects become longer paths. */
function* pairs(attributes: object, prefix = ''): Generator<[path: string, value: unknown]> {
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) yield* pairs(value, `${prefix}${name}__`);
    else yield [`${prefix}${name}`, value];
}

async function resolveAttributes(same: readonly Reference[], context: WriteContext): Promise<void> {
  const { to, value, unrestricted } = same[0]!;
  const model = context.registry.get(to);
  const refuseAll = (message: string) => {
    for (const reference of same) refuse(reference, message);
  };
  const described = `{${[...pairs(value as object)].map(([path, one]) => `'${path}': ${quotedPythonText(one)}`).join(', ')}}`;
  let condition: Condition = unrestricted ? always : context.permits(model, 'view');
  try {
    for (const [path, one] of pairs(value as object)) {
      const text = one === null ? 't' : typeof one === 'boolean' ? (one ? 't' : 'f') : String(one);
      condition = and(
        condition,
        compare({ registry: context.registry, model, path }, one === null ? 'isnull' : 'exact', [text]),
      );
    }
  } catch (error) {
    return refuseAll((error as Error).message);
  }
  const parameters: string[] = [];
  const where = whereSql(condition, { model, alias: 't', parameters });
  const rows = await context
    .attempt(`select t.${keyColumn(model)} from ${tableOf(model)} t where ${where} limit 2`, parameters)
    .catch((error: Error & { code?: string }) => {
      if (error.code?.startsWith('22')) return undefined; // a value that the column's type can't hold
      throw error;
    });
  if (rows === undefined || rows.length === 0)
    return refuseAll(same[0]!.missing ?? `Related object not found using the provided attributes: ${described}`);
  if (rows.length > 1) return refuseAll(`Multiple objects match the provided attributes: ${described}`);
  for (const reference of same) reference.found(rows[0]![0]!);
}
