import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** Coolant flows one way: what supplies an intake or outflow is not supplied by it, over any number of others. */
export const coolingLoopRules = (upstream: 'cooling_outflow' | 'cooling_intake'): ModelRules => ({
  async validate(drafts, context) {
    const asking = drafts.filter((draft) => !draft.isNew && draft.changed(upstream) && draft.get(upstream) !== null);
    if (asking.length === 0) return;
    const isIntake = upstream === 'cooling_outflow';
    const links = await upstreamOf(asking, { context, isIntake, upstream });
    for (const draft of asking) links.set(node(isIntake, draft.key!), node(!isIntake, draft.get(upstream)!));
    for (const draft of asking) {
      const start = node(isIntake, draft.key!);
      const seen = new Set([start]);
      let at = links.get(start);
      while (at && !seen.has(at)) {
        seen.add(at);
        at = links.get(at);
      }
      if (at) draft.errors.add(wholeObject, 'Cooling intake and outflow assignments cannot form a loop.');
    }
  },
});

const node = (isIntake: boolean, key: string): string => `${isIntake ? 'i' : 'o'}${key}`;

/** What supplies what, upstream of what the drafts name, as it is stored. */
async function upstreamOf(
  drafts: readonly Draft[],
  { context, isIntake, upstream }: { context: WriteContext; isIntake: boolean; upstream: string },
): Promise<Map<string, string>> {
  const rows = await context.rows(
    `with recursive links as (
       select 'i' || id as node, 'o' || cooling_outflow_id as above from dcim_coolingintake where cooling_outflow_id is not null
       union all select 'o' || id, 'i' || cooling_intake_id from dcim_coolingoutflow where cooling_intake_id is not null
     ), walk as (
       select l.node, l.above from links l where l.node = any($1)
       union select l.node, l.above from walk w join links l on l.node = w.above
     ) select node, above from walk`,
    [`{${drafts.map((draft) => node(!isIntake, draft.get(upstream)!)).join(',')}}`],
  );
  return new Map(rows as [string, string][]);
}
