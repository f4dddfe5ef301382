import { choice, numberChoice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related, textFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { ikeMode, ikeVersion } from './choices.ts';

export const ikePolicy = model('vpn.ikepolicy', {
  features: standard,
  rest: 'vpn/ike-policies',
  className: 'IKEPolicy',
  description: 'The version, mode and proposals of IKE.',
  label: 'IKE policy',
  plural: 'IKE policies',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  filters: {
    preshared_key: textFilter('preshared_key', {
      lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
      one: true,
    }),
    ike_proposal_id: related('proposals'),
    ike_proposal: related('proposals', { by: 'name' }),
  },
  list: {
    columns: 'pk id name version mode proposals preshared_key description comments tags created last_updated',
    default: 'pk name version mode proposals description',
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    version: numberChoice(ikeVersion, {
      default: 2,
      clone: true,
      bits: 16,
      positive: true,
      rest: { required: true },
      filter: { lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'] },
    }),
    mode: choice(ikeMode, {
      max: Infinity,
      null: true,
      blank: true,
      clone: true,
      rest: { allowBlank: false, allowNull: false },
    }),
    proposals: manyToMany('vpn.ikeproposal', { clone: true, relatedName: 'ike_policies', rest: { required: false } }),
    preshared_key: longText({ blank: true, label: 'Pre-shared key' }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'ipsec_profiles' },
});
