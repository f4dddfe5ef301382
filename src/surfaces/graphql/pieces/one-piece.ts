import { whereSql } from '#database/select/where.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { Run } from '../run.ts';
import type { Piece } from './piece.ts';
import type { Rendered } from './rendered.ts';

/** The object whose key a column holds; null where there is none, or none that the asker may see. */
export function onePiece(column: string, plan: () => ObjectPlan): Piece {
  return {
    columns: [column],
    bind(at) {
      const place = at(column);
      return {
        load: (rows, run) =>
          byKeys(
            plan(),
            rows.flatMap((row) => row[place] ?? []),
            run,
          ),
        text: (row, state) => (row[place] == null ? 'null' : ((state as Found).get(row[place]!) ?? 'null')),
      };
    },
  };
}

type Found = ReadonlyMap<string, Rendered>;

/** The objects with these keys that the asker may see, rendered, by key: one statement and what the plan needs. */
export async function byKeys(plan: ObjectPlan, keys: readonly string[], run: Run): Promise<Found> {
  const found = new Map<string, Rendered>();
  const visible = run.visible(plan.model);
  if (keys.length === 0 || visible.op === 'never') return found;
  const parameters = [`{${[...new Set(keys)].join(',')}}`];
  const seen =
    visible.op === 'always' ? '' : ` and ${whereSql(visible, { model: plan.model, alias: 't', parameters })}`;
  const key = `t."${keyColumn(plan.model)}"`;
  const rows = await run.rows(`select ${plan.select} from ${plan.from} where ${key} = any($1)${seen}`, parameters);
  const texts = await plan.render(rows, run);
  for (let i = 0; i < rows.length; i++) found.set(rows[i]![0]!, texts[i]!);
  return found;
}
