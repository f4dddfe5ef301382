import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { draftRows, storedKeys } from '../rules/draft-rows.ts';
import { networkOf } from './network-of.ts';

/** The size column's largest value. */
const mostAddresses = 2n ** 32n - 1n;

const ends = (draft: Draft) => ({ start: networkOf(draft, 'start_address'), end: networkOf(draft, 'end_address') });

/** Ranges of addresses: in order, of one family and mask, not over another of the VRF. */
export const rangeRules: ModelRules = {
  async validate(drafts, context) {
    for (const draft of drafts) {
      const { start, end } = ends(draft);
      const problem =
        start.family !== end.family
          ? 'Starting and ending IP address versions must match'
          : start.length !== end.length
            ? 'Starting and ending IP address masks must match'
            : end.value < start.value
              ? `Ending address must be greater than or equal to the starting address (${draft.get('start_address')})`
              : undefined;
      if (problem) draft.errors.add('end_address', problem);
    }
    await refuseOverlaps(
      drafts.filter(({ errors }) => !errors.any),
      context,
    );
    for (const draft of drafts)
      if (!draft.errors.any && sizeOf(draft) > mostAddresses)
        draft.errors.add(wholeObject, `Defined range exceeds maximum supported size (${mostAddresses})`);
  },

  derive(drafts) {
    for (const draft of drafts) draft.set('size', String(sizeOf(draft)));
  },
};

function sizeOf(draft: Draft): bigint {
  const { start, end } = ends(draft);
  return end.value - start.value + 1n;
}

async function refuseOverlaps(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  if (drafts.length === 0) return;
  const rows = await context.rows(
    `with n as (select row_number() over () - 1 as place, start_address, end_address, vrf_id
       from json_populate_recordset(null::ipam_iprange, $1))
     select n.place from n where exists (select from ipam_iprange o where o.vrf_id is not distinct from n.vrf_id
       and not o.id = any($2) and cast(host(o.start_address) as inet) <= cast(host(n.end_address) as inet)
       and cast(host(o.end_address) as inet) >= cast(host(n.start_address) as inet))`,
    [draftRows(drafts, ['start_address', 'end_address', 'vrf']), storedKeys(drafts)],
  );
  const stored = new Set(rows.map(([place]) => Number(place)));
  const seen = new Map<string, { first: bigint; last: bigint }[]>();
  for (const [place, draft] of drafts.entries()) {
    const { start, end } = ends(draft);
    const space = `${draft.get('vrf')} ${start.family}`;
    const before = seen.get(space) ?? [];
    if (stored.has(place) || before.some(({ first, last }) => first <= end.value && start.value <= last))
      draft.errors.add(wholeObject, 'Defined addresses overlap with another range of the VRF');
    seen.set(space, [...before, { first: start.value, last: end.value }]);
  }
}
