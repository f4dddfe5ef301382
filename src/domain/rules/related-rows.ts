import type { Row } from '#operations/read/row.ts';
import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** Terms of the rows that drafts name by one of their relations, by key: one statement, none where nothing is named. */
export async function relatedRows(
  drafts: readonly Draft[],
  context: WriteContext,
  { relation, select }: { relation: string; select: string },
): Promise<ReadonlyMap<string, Row>> {
  const keys = new Set(drafts.flatMap((draft) => draft.get(relation) ?? []));
  if (keys.size === 0) return new Map();
  const { table } = context.registry.get(drafts[0]!.field(relation).to!);
  const rows = await context.rows(`select t.id, ${select} from "${table}" t where t.id = any($1)`, [
    `{${[...keys].join(',')}}`,
  ]);
  return new Map(rows.map(([key, ...terms]) => [key!, terms]));
}
