import { choice } from '#fields/choice/choice.ts';
import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse, manyToMany } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { timeZone } from '#fields/time-zone/time-zone.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { siteStatus } from './choices/sites.ts';

export const site = model('dcim.site', {
  features: [...standard, 'contacts', 'imageAttachments'],
  rest: 'dcim/sites',
  className: 'Site',
  description: 'A place where equipment stands: a data centre, a campus, a branch.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description slug',
  shapes: { ASN: 'name description slug' },
  quickSearch: [
    'name',
    'facility',
    'description',
    'physical_address',
    'shipping_address',
    'comments',
    ['asns.asn', 'exact'],
  ],
  filters: {
    asn: related('asns', { by: 'asn' }),
    asn_id: related('asns'),
  },
  list: {
    columns:
      'pk id name slug status facility region group tenant tenant_group asns asn_count time_zone description physical_address shipping_address latitude longitude comments contacts tags created last_updated actions',
    default: 'pk name status facility region group tenant description',
    far: {
      asn_count: '#asns',
    },
  },
  form: {
    '': 'name slug status facility time_zone asns',
    Place: 'region group',
    Addresses: 'physical_address shipping_address latitude longitude',
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    status: choice(siteStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    region: foreignKey('dcim.region', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'sites',
    }),
    group: foreignKey('dcim.sitegroup', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'sites',
    }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'sites',
    }),
    facility: text({ blank: true, clone: true, search: 100, max: 50 }),
    time_zone: timeZone({ null: true, blank: true, clone: true }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    physical_address: text({
      blank: true,
      clone: true,
      search: 2000,
      max: 200,
      filter: false,
      form: { widget: 'lines' },
    }),
    shipping_address: text({
      blank: true,
      clone: true,
      search: 2000,
      max: 200,
      filter: false,
      form: { widget: 'lines' },
    }),
    latitude: decimal({ null: true, blank: true, clone: true, digits: 8, places: 6, minimum: -90, maximum: 90 }),
    longitude: decimal({ null: true, blank: true, clone: true, digits: 9, places: 6, minimum: -180, maximum: 180 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    asns: manyToMany('ipam.asn', { blank: true, relatedName: 'sites' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    circuit_count: relatedCount('circuits.circuittermination', '_site'),
    device_count: relatedCount('dcim.device', 'site'),
    prefix_count: relatedCount('ipam.prefix', '_site'),
    rack_count: relatedCount('dcim.rack', 'site'),
    virtualmachine_count: relatedCount('virtualization.virtualmachine', 'site'),
    vlan_count: relatedCount('ipam.vlan', 'site'),
    prefixes: genericReverse('ipam.prefix'),
    vlan_groups: genericReverse('ipam.vlangroup'),
  },
  graphql: {
    fields:
      'vlan_groups prefixes virtual_machines racks cabletermination_set powerpanel_set devices locations vlans clusters=cluster_set:[ClusterType!]! circuit_terminations[]',
    filters: 'region_id:TreeNodeFilter group_id:TreeNodeFilter',
  },
});
