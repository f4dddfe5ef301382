import type { Queryable } from '#database/connect.ts';
import { readObject } from '#identity/administration/read-objects.ts';
import { resources } from '#identity/administration/resources.ts';
import { BlueprintError } from './blueprint-error.ts';
import { type BlueprintModel, blueprintModels, flowModel } from './models.ts';
import { isRecord } from './tagged.ts';

type Conditions = readonly (readonly [string, unknown])[];
type Values = Record<string, unknown>;

/** The key of the first object of one of authentik's models with these values; null where there is none. */
export async function findKey(sql: Queryable, model: string, conditions: Conditions): Promise<string | null> {
  if (model.toLowerCase() === flowModel) return slugOf(conditions);
  return findId(sql, modelNamed(model), Object.fromEntries(conditions));
}

/** That object as authentik would tell it: under its names, others by their keys. */
export async function findTold(sql: Queryable, model: string, conditions: Conditions): Promise<Values | null> {
  if (model.toLowerCase() === flowModel) return { pk: slugOf(conditions), slug: slugOf(conditions) };
  const known = modelNamed(model);
  const id = await findId(sql, known, Object.fromEntries(conditions));
  const found = id === null ? null : await readObject(sql, resources[known.kind], id);
  if (found === null) return null;
  const theirs = Object.fromEntries(Object.entries(known.rename ?? {}).map(([name, ours]) => [ours, name]));
  const { id: pk, display: _, ...rest } = found;
  return Object.fromEntries([
    ['pk', pk],
    ...Object.entries(rest).map(([name, value]) => [theirs[name] ?? name, keysOf(value)]),
  ]);
}

/** The id of the object with these values; null where there is none. With a `pk` among them, that or all others. */
export async function findId(sql: Queryable, model: BlueprintModel, identifiers: Values): Promise<string | null> {
  const { table, fields } = resources[model.kind];
  const parameters: string[] = [];
  const bind = (value: unknown) => `$${parameters.push(String(value))}`;
  const { pk, ...others } = identifiers;
  const conditions = Object.entries(others).map(([given, value]) => {
    const column = given === 'managed' ? 'managed' : fields[model.rename?.[given] ?? given]?.column;
    if (!column || isRecord(value) || Array.isArray(value))
      throw new BlueprintError(`${model.kind} have no field ${given} to be found by.`);
    return value === null ? `${column} is null` : `${column}::text = ${bind(value)}`;
  });
  const alternatives = [
    ...(pk === undefined || pk === null ? [] : [`id::text = ${bind(pk)}`]),
    ...(conditions.length > 0 ? [conditions.join(' and ')] : []),
  ];
  if (alternatives.length === 0) throw new BlueprintError('An entry needs identifiers.');
  const rows = await sql.unsafe<{ id: string }[]>(
    `select id::text from ${table} where ${alternatives.join(' or ')} order by id limit 1`,
    parameters,
  );
  return rows[0]?.id ?? null;
}

function modelNamed(model: string): BlueprintModel {
  const known = blueprintModels[model.toLowerCase()];
  if (!known) throw new BlueprintError(`there is no model ${model} here.`);
  return known;
}

const slugOf = (conditions: Conditions): string => String(conditions.find(([field]) => field === 'slug')?.[1] ?? '');

/** Others as we tell them, `{id, display}`, become their ids. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  return isRecord(value) && 'display' in value && 'id' in value ? value.id : value;
}
