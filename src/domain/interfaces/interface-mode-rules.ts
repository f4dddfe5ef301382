import type { ModelRules } from '#operations/write/rules.ts';

/** The 802.1Q mode of an interface decides which VLANs it can have. */
export const interfaceModeRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts)
      if (draft.get('qinq_svlan') !== null && draft.get('mode') !== 'q-in-q')
        draft.errors.add('qinq_svlan', 'Only Q-in-Q interfaces may specify a service VLAN.');
  },

  derive(drafts) {
    for (const draft of drafts) {
      if (!draft.get('mode')) draft.set('untagged_vlan', null);
      // What the request itself names is set after NetBox has cleared them.
      if (!draft.isNew && draft.get('mode') !== 'tagged' && !draft.many.has('tagged_vlans'))
        draft.many.set('tagged_vlans', []);
    }
  },
};
