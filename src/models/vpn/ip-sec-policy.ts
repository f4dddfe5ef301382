import { numberChoice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { dhGroup } from './choices.ts';

export const ipSecPolicy = model('vpn.ipsecpolicy', {
  features: standard,
  rest: 'vpn/ipsec-policies',
  className: 'IPSecPolicy',
  description: 'The proposals of IPSec and its perfect forward secrecy.',
  label: 'IPSec policy',
  plural: 'IPSec policies',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  filters: {
    ipsec_proposal_id: related('proposals'),
    ipsec_proposal: related('proposals', { by: 'name' }),
  },
  list: {
    columns: 'pk id name proposals pfs_group description comments tags created last_updated',
    default: 'pk name proposals pfs_group description',
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    proposals: manyToMany('vpn.ipsecproposal', {
      clone: true,
      relatedName: 'ipsec_policies',
      rest: { required: false },
    }),
    pfs_group: numberChoice(dhGroup, {
      null: true,
      blank: true,
      clone: true,
      bits: 16,
      positive: true,
      rest: { allowNull: false },
      filter: { lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'] },
    }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { query: 'ipsec_policy', fields: 'ipsec_profiles' },
});
