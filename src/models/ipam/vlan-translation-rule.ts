import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const vlanTranslationRule = model('ipam.vlantranslationrule', {
  features: standard,
  rest: 'ipam/vlan-translation-rules',
  className: 'VLANTranslationRule',
  description: 'The VLAN number that another becomes at an interface.',
  label: 'VLAN translation rule',
  ordering: ['policy', 'local_vid'],
  display: '{local_vid} -> {remote_vid} ({policy})',
  changesOf: ['policy'],
  brief: 'policy local_vid remote_vid description',
  quickSearch: ['policy.name', ['local_vid', 'exact'], ['remote_vid', 'exact']],
  list: {
    columns: 'pk id policy local_vid remote_vid description tags created last_updated',
    default: 'pk policy local_vid remote_vid description',
  },
  constraints: [
    { name: 'ipam_vlantranslationrule_unique_policy_local_vid', fields: ['policy', 'local_vid'] },
    { name: 'ipam_vlantranslationrule_unique_policy_remote_vid', fields: ['policy', 'remote_vid'] },
  ],
  fields: {
    policy: foreignKey('ipam.vlantranslationpolicy', { clone: true, search: 100, relatedName: 'rules', shape: 'key' }),
    local_vid: integer({ label: 'Local VLAN ID', search: 200, bits: 16, positive: true, minimum: 1, maximum: 4094 }),
    remote_vid: integer({ label: 'Remote VLAN ID', search: 200, bits: 16, positive: true, minimum: 1, maximum: 4094 }),
    description: text({ blank: true, max: 200 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
});
