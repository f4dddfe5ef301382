import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';

/** VLANs that an interface carries tagged are of the site of what it belongs to, or of none. */
export const taggedVlanRules = (owner: 'device' | 'virtual_machine'): ModelRules => ({
  async prepare(drafts, context) {
    const tagging = drafts.filter((draft) => draft.many.get('tagged_vlans')?.length);
    if (tagging.length === 0) return;
    const vlans = [...new Set(tagging.flatMap((draft) => draft.many.get('tagged_vlans')!))];
    const [rows, owners] = await Promise.all([
      context.rows('select id, site_id from ipam_vlan where id = any($1) and site_id is not null', [
        `{${vlans.join(',')}}`,
      ]),
      relatedRows(tagging, context, { relation: owner, select: 't.site_id' }),
    ]);
    const sites = new Map(rows.map(([key, site]) => [key!, site]));
    for (const draft of tagging) {
      // As in NetBox, a stored interface's owner is asked that it had so far.
      const site = owners.get((draft.isNew ? draft.get(owner) : draft.was(owner)) ?? '')?.[0] ?? null;
      if (draft.many.get('tagged_vlans')!.some((vlan) => sites.has(vlan) && sites.get(vlan) !== site))
        draft.errors.add(
          'tagged_vlans',
          "VLANs must belong to the same site as the interface's parent, or they must be global.",
        );
    }
  },
});
