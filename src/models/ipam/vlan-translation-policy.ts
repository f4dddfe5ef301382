import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, reverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const vlanTranslationPolicy = model('ipam.vlantranslationpolicy', {
  features: standard,
  rest: 'ipam/vlan-translation-policies',
  className: 'VLANTranslationPolicy',
  description: 'Rules by which an interface exchanges VLAN numbers.',
  label: 'VLAN translation policy',
  plural: 'VLAN translation policies',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description'],
  list: {
    columns: 'pk id name rule_count description tags created last_updated',
    default: 'pk name rule_count description',
    far: {
      rule_count: '#ipam.vlantranslationrule@policy',
    },
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    rules: reverse('ipam.vlantranslationrule', 'policy'),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
});
