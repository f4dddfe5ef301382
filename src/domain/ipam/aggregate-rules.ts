import { formatNetwork, spanOf } from '#base/ip/network.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { draftRows, storedKeys } from '../rules/draft-rows.ts';
import { networkOf } from './network-of.ts';

/** Aggregates lie beside each other, never over each other. */
export const aggregateRules: ModelRules = {
  async validate(drafts, context) {
    const rows = await context.rows(
      `with n as (select row_number() over () - 1 as place, id, prefix from json_populate_recordset(null::ipam_aggregate, $1))
       select n.place, min(o.prefix::text) from n join ipam_aggregate o on o.prefix && n.prefix and not o.id = any($2)
       group by n.place`,
      [draftRows(drafts, ['prefix']), storedKeys(drafts)],
    );
    const covered = new Map(rows.map(([place, other]) => [Number(place), other]));
    const seen: { family: number; first: bigint; last: bigint }[] = [];
    for (const [place, draft] of drafts.entries()) {
      const network = networkOf(draft, 'prefix');
      if (network.length === 0) {
        draft.errors.add('prefix', 'Cannot create aggregate with /0 mask.');
        continue;
      }
      const { first, last } = spanOf(network);
      const other =
        covered.get(place) ??
        (seen.some((one) => one.family === network.family && one.first <= last && first <= one.last)
          ? 'another one of this request'
          : undefined);
      if (other) draft.errors.add('prefix', `Aggregates cannot overlap: ${formatNetwork(network)} and ${other}.`);
      else seen.push({ family: network.family, first, last });
    }
  },
};
