import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const tenant = model('tenancy.tenant', {
  features: [...standard, 'contacts'],
  rest: 'tenancy/tenants',
  className: 'Tenant',
  description: 'Whom objects belong to or serve: a customer, a department.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description',
  pickedBy: 'group',
  quickSearch: ['name', 'slug', 'description', 'comments'],
  list: {
    columns: 'pk id name slug group description comments contacts tags created last_updated',
    default: 'pk name group description',
  },
  constraints: [
    { name: 'tenancy_tenant_unique_group_name', fields: ['group', 'name'], nullsEqual: true },
    { name: 'tenancy_tenant_unique_group_slug', fields: ['group', 'slug'], nullsEqual: true },
  ],
  fields: {
    name: text({ search: 100, natural: true, max: 100 }),
    slug: slug({ search: 110, index: true }),
    group: foreignKey('tenancy.tenantgroup', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'tenants',
      rest: { absent: null },
    }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    circuit_count: relatedCount('circuits.circuit', 'tenant'),
    device_count: relatedCount('dcim.device', 'tenant'),
    ipaddress_count: relatedCount('ipam.ipaddress', 'tenant'),
    prefix_count: relatedCount('ipam.prefix', 'tenant'),
    rack_count: relatedCount('dcim.rack', 'tenant'),
    site_count: relatedCount('dcim.site', 'tenant'),
    virtualmachine_count: relatedCount('virtualization.virtualmachine', 'tenant'),
    vlan_count: relatedCount('ipam.vlan', 'tenant'),
    vrf_count: relatedCount('ipam.vrf', 'tenant'),
    cluster_count: relatedCount('virtualization.cluster', 'tenant'),
  },
  graphql: {
    fields:
      'asns circuits sites vlans wireless_lans route_targets locations ip_ranges rackreservations racks vdcs prefixes cables virtual_machines vrfs asn_ranges wireless_links aggregates power_feeds devices tunnels ip_addresses clusters l2vpns',
    filters:
      'group_id:TreeNodeFilter aggregates:AggregateFilter asns:ASNFilter asn_ranges:ASNRangeFilter cables:CableFilter circuit_groups:CircuitGroupFilter circuits:CircuitFilter clusters:ClusterFilter devices:DeviceFilter ip_addresses:IPAddressFilter ip_ranges:IPRangeFilter l2vpns:L2VPNFilter locations:LocationFilter power_feeds:PowerFeedFilter prefixes:PrefixFilter racks:RackFilter rackreservations:RackReservationFilter route_targets:RouteTargetFilter sites:SiteFilter tunnels:TunnelFilter vdcs:VirtualDeviceContextFilter virtual_machines:VirtualMachineFilter vlan_groups:VLANGroupFilter vlans:VLANFilter virtual_circuits:VirtualCircuitFilter vrfs:VRFFilter wireless_lans:WirelessLANFilter wireless_links:WirelessLinkFilter',
  },
});
