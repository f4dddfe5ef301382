import { formatNetwork } from '#base/ip/network.ts';
import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { draftRows, storedKeys } from '../rules/draft-rows.ts';
import { networkOf } from './network-of.ts';
import { followHierarchy, type PlacedPrefix } from './prefix-hierarchy.ts';
import { inUniqueSpace } from './unique-space.ts';

/** Prefixes: once in a unique space; each knows how deep it lies and how many lie in it. */
export const prefixRules: ModelRules = {
  async validate(drafts, context) {
    for (const draft of drafts)
      if (networkOf(draft, 'prefix').length === 0) draft.errors.add('prefix', 'Cannot create prefix with /0 mask.');
    await refuseDuplicates(
      drafts.filter(({ errors }) => !errors.any),
      context,
    );
  },

  async saved(drafts, context) {
    const moved = drafts.filter((draft) => draft.isNew || placeOf(draft) !== formerPlaceOf(draft));
    if (moved.length === 0) return;
    // NetBox logs a prefix as it is before its place in the hierarchy is counted.
    await context.changes.close(
      context.registry.get('ipam.prefix'),
      moved.map(({ key }) => key!),
      context,
    );
    await followHierarchy(context, [
      ...moved.map((draft) => ({ vrf: draft.get('vrf'), prefix: draft.get('prefix')! })),
      ...moved.flatMap((draft): PlacedPrefix[] =>
        draft.isNew ? [] : [{ vrf: draft.was('vrf'), prefix: draft.was('prefix')! }],
      ),
    ]);
  },

  deleted: (rows, context) =>
    followHierarchy(
      context,
      rows.map(({ columns }) => ({ vrf: columns.get('vrf_id') ?? null, prefix: columns.get('prefix')! })),
    ),
};

const placeOf = (draft: Draft): string => `${draft.get('vrf')} ${formatNetwork(networkOf(draft, 'prefix'))}`;
const formerPlaceOf = (draft: Draft): string => `${draft.was('vrf')} ${draft.was('prefix')}`;

async function refuseDuplicates(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const unique = await inUniqueSpace(drafts, context);
  if (unique.length === 0) return;
  const rows = await context.rows(
    `with n as (select row_number() over () - 1 as place, prefix, vrf_id from json_populate_recordset(null::ipam_prefix, $1))
     select n.place from n where exists (select from ipam_prefix o
       where o.prefix = n.prefix and o.vrf_id is not distinct from n.vrf_id and not o.id = any($2))`,
    [draftRows(unique, ['prefix', 'vrf']), storedKeys(drafts)],
  );
  const taken = new Set(rows.map(([place]) => Number(place)));
  const seen = new Set<string>();
  for (const [place, draft] of unique.entries()) {
    if (taken.has(place) || seen.has(placeOf(draft)))
      draft.errors.add('prefix', `Duplicate prefix found in its table: ${formatNetwork(networkOf(draft, 'prefix'))}`);
    seen.add(placeOf(draft));
  }
}
