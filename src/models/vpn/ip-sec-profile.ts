import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';
import { ipSecMode } from './choices.ts';

export const ipSecProfile = model('vpn.ipsecprofile', {
  features: standard,
  rest: 'vpn/ipsec-profiles',
  className: 'IPSecProfile',
  description: 'An IKE policy and an IPSec policy that tunnels use together.',
  label: 'IPSec profile',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  list: {
    columns: 'pk id name mode ike_policy ipsec_policy description comments tags created last_updated',
    default: 'pk name mode ike_policy ipsec_policy description',
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    mode: choice(ipSecMode, { max: Infinity, clone: true }),
    ike_policy: foreignKey('vpn.ikepolicy', { clone: true, onDelete: 'protect', relatedName: 'ipsec_profiles' }),
    ipsec_policy: foreignKey('vpn.ipsecpolicy', { clone: true, onDelete: 'protect', relatedName: 'ipsec_profiles' }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { query: 'ipsec_profile', fields: 'tunnels' },
});
