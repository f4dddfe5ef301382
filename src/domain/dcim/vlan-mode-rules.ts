import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** VLANs that an interface's 802.1Q mode has no use for are refused, given or stored: each by its field. */
export const vlanModeRules: ModelRules = {
  async prepare(drafts, context) {
    const tagged = await tagging(drafts, context);
    for (const draft of drafts) {
      const mode = draft.get('mode') ?? '';
      if (mode !== 'q-in-q' && draft.get('qinq_svlan') !== null)
        draft.errors.add('qinq_svlan', 'Interface mode does not support q-in-q service vlan');
      if (mode === '' && draft.get('untagged_vlan') !== null)
        draft.errors.add('untagged_vlan', 'Interface mode does not support untagged vlan');
      if (takesNoTags(mode) && tagged.has(draft))
        draft.errors.add('tagged_vlans', 'Interface mode does not support tagged vlans');
    }
  },
};

const takesNoTags = (mode: string): boolean => ['', 'tagged-all', 'access'].includes(mode);

/** Drafts that have tagged VLANs once they are written. */
async function tagging(drafts: readonly Draft[], context: WriteContext): Promise<ReadonlySet<Draft>> {
  const silent = drafts.filter(
    (draft) => !draft.isNew && !draft.many.has('tagged_vlans') && takesNoTags(draft.get('mode') ?? ''),
  );
  const rows =
    silent.length === 0
      ? []
      : await context.rows(
          'select distinct interface_id from dcim_interface_tagged_vlans where interface_id = any($1)',
          [`{${silent.map(({ key }) => key).join(',')}}`],
        );
  const stored = new Set(rows.map(([key]) => key));
  return new Set(
    drafts.filter((draft) => draft.many.get('tagged_vlans')?.length || (draft.key && stored.has(draft.key))),
  );
}
