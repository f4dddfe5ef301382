import { isIP } from 'node:net';
import { whereSql } from '#database/select/where.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ReadContext } from './context.ts';
import type { SearchHit } from './contract.ts';

/** What is looked for, and by whom. */
export interface SearchRequest {
  readonly text: string;
  /** Only objects of these models (`dcim.site`); of all where there is none. */
  readonly models: readonly string[];
  /** How many objects at most. */
  readonly limit: number;
  permits(model: Model, action: string): Condition;
}

/** How many times as many matches are looked at as are shown: some may not be seen by who asks. */
const spare = 20;

/**
 * Objects with a value in the search index that has the text, the most relevant first: by the field's weight (NetBox's:
 * the lower, the sooner), which counts twice for a value that only begins with the text and four times for one that
 * has it elsewhere. An address finds the networks that it is in, too.
 */
export async function searchObjects(
  context: ReadContext,
  { text, models, limit, permits }: SearchRequest,
): Promise<SearchHit[]> {
  const address = isAddress(text) ? text : null;
  const types = models.flatMap((name) => context.contentTypes.id(name) ?? []);
  const rows = await context.rows(
    `select object_type_id, object_id, field, value from (
      select distinct on (object_type_id, object_id) object_type_id, object_id, field, value,
        weight * (case when lower(value) = lower($1) then 1 when value ilike $2 || '%' then 2 else 4 end) as rank
      from extras_cachedvalue
      where (value ilike '%' || $2 || '%'${address ? " or (type in ('inet', 'cidr') and case when type in ('inet', 'cidr') then value::inet >>= $5::inet end)" : ''})
        and ($3::int[] is null or object_type_id = any($3))
      order by object_type_id, object_id, rank, field
    ) hit order by rank, length(value), value, object_type_id, object_id limit $4`,
    [
      text,
      text.replace(/[\\%_]/g, '\\$&'),
      models.length > 0 ? `{${types.join(',')}}` : null,
      limit * spare,
      ...(address ? [address] : []),
    ],
  );

  // ---- Only what may be seen
  const byModel = new Map<string, string[]>();
  for (const [type, key] of rows) {
    const name = context.contentTypes.name(type!);
    if (name) byModel.set(name, [...(byModel.get(name) ?? []), key!]);
  }
  const seen = new Map(
    await Promise.all(
      [...byModel].map(async ([name, keys]) => [name, await visible(context, { name, keys, permits })] as const),
    ),
  );
  const hits = rows
    .map(([type, key, field, value]) => ({
      model: context.contentTypes.name(type!) ?? '',
      key: key!,
      field: field!,
      value: value!,
    }))
    .filter(({ model, key }) => seen.get(model)?.has(key))
    .slice(0, limit);

  // ---- Their names
  const texts = new Map(
    await Promise.all(
      [...new Set(hits.map(({ model }) => model))].map(async (name) => {
        const shape = context.shapes.of(context.registry.get(name), 'brief');
        const keys = hits.filter(({ model }) => model === name).map(({ key }) => key);
        return [name, await context.load(shape, keys)] as const;
      }),
    ),
  );
  return hits.flatMap(({ model, key, field, value }) => {
    const brief = texts.get(model)?.get(key);
    if (brief === undefined) return [];
    const { display, description } = JSON.parse(brief) as { display: string; description?: string };
    return [{ model, id: Number(key), display, description: description ?? '', field, value }];
  });
}

/** Those of the keys that who asks may see. */
async function visible(
  context: ReadContext,
  { name, keys, permits }: { name: string; keys: readonly string[]; permits: SearchRequest['permits'] },
): Promise<ReadonlySet<string>> {
  const model = context.registry.find(name);
  const where = model && permits(model, 'view');
  if (!model || !where || where.op === 'never') return new Set();
  if (where.op === 'always') return new Set(keys);
  const parameters = [`{${keys.join(',')}}`];
  const condition = whereSql(where, { model, alias: 't', parameters });
  const rows = await context.rows(
    `select t.${keyColumn(model)} from ${model.table} t where t.${keyColumn(model)} = any($1) and ${condition}`,
    parameters,
  );
  return new Set(rows.map(([key]) => key!));
}

/** `192.0.2.1`, `2001:db8::/32`: what PostgreSQL takes as inet. */
function isAddress(text: string): boolean {
  const [host = '', length, ...rest] = text.split('/');
  const family = isIP(host);
  if (family === 0 || host.includes('%') || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128));
}
