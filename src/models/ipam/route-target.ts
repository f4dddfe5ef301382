import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const routeTarget = model('ipam.routetarget', {
  features: standard,
  rest: 'ipam/route-targets',
  className: 'RouteTarget',
  description: 'A mark by which VRFs and L2VPNs exchange routes.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description'],
  filters: {
    importing_vrf_id: related('importing_vrfs'),
    importing_vrf: related('importing_vrfs', { by: 'rd' }),
    exporting_vrf_id: related('exporting_vrfs'),
    exporting_vrf: related('exporting_vrfs', { by: 'rd' }),
    importing_l2vpn_id: related('importing_l2vpns'),
    importing_l2vpn: related('importing_l2vpns', { by: 'identifier' }),
    exporting_l2vpn_id: related('exporting_l2vpns'),
    exporting_l2vpn: related('exporting_l2vpns', { by: 'identifier' }),
  },
  list: {
    columns: 'pk id name tenant tenant_group description comments tags created last_updated',
    default: 'pk name tenant description',
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 21 }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'route_targets',
    }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: 'importing_l2vpns exporting_l2vpns importing_vrfs exporting_vrfs',
    filters:
      'importing_vrfs:VRFFilter exporting_vrfs:VRFFilter importing_l2vpns:L2VPNFilter exporting_l2vpns:L2VPNFilter',
  },
});
