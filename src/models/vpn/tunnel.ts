import { choice } from '#fields/choice/choice.ts';
import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';
import { tunnelEncapsulation, tunnelStatus } from './choices.ts';

export const tunnel = model('vpn.tunnel', {
  features: [...standard, 'contacts'],
  rest: 'vpn/tunnels',
  className: 'Tunnel',
  description: 'A connection through another network, such as IPSec or GRE.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  list: {
    columns:
      'pk id name group status encapsulation ipsec_profile tenant tenant_group tunnel_id terminations_count description contacts comments tags created last_updated',
    default: 'pk name group status encapsulation tenant terminations_count',
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    status: choice(tunnelStatus, { default: 'active', clone: true, rest: { required: true } }),
    group: foreignKey('vpn.tunnelgroup', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'tunnels',
      rest: { absent: null },
    }),
    encapsulation: choice(tunnelEncapsulation, { clone: true }),
    ipsec_profile: foreignKey('vpn.ipsecprofile', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'tunnels',
    }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'tunnels',
    }),
    tunnel_id: integer({ null: true, blank: true, search: 300, bits: 64, positive: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    terminations_count: relatedCount('vpn.tunneltermination', 'tunnel'),
  },
  graphql: { fields: 'terminations', filters: 'terminations:TunnelTerminationFilter -ipsec_profile_id -contacts' },
});
