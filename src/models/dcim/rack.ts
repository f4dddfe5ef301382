import { boolean } from '#fields/boolean/boolean.ts';
import { choice, numberChoice } from '#fields/choice/choice.ts';
import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { weightUnit } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { rackCoolingCapability } from './choices/cooling.ts';
import { rackAirflow, rackDimensionUnit, rackFormFactor, rackStatus, rackWidth } from './choices/racks.ts';

export const rack = model('dcim.rack', {
  features: [...standard, 'contacts', 'imageAttachments'],
  rest: 'dcim/racks',
  className: 'Rack',
  description: 'A frame that devices are mounted in, unit by unit.',
  ordering: ['site', 'location', 'name', 'pk'],
  display: ['{name} ({facility_id})', '{name}'],
  brief: 'name description device_count',
  quickSearch: ['name', 'facility_id', 'serial', 'asset_tag', 'description', 'comments'],
  filters: {
    region_id: tree('site.region'),
    region: tree('site.region', { by: 'slug' }),
    site_group_id: tree('site.group'),
    site_group: tree('site.group', { by: 'slug' }),
    manufacturer_id: related('rack_type.manufacturer'),
    manufacturer: related('rack_type.manufacturer', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id name site location group status facility_id tenant tenant_group role rack_type serial asset_tag form_factor u_height starting_unit width outer_width outer_height outer_depth mounting_depth airflow cooling_capability cooling_capacity weight max_weight comments device_count get_utilization get_power_utilization description contacts tags created last_updated',
    default:
      'pk name site location group status facility_id tenant role rack_type u_height device_count get_utilization',
    far: {
      manufacturer: 'rack_type/manufacturer',
    },
  },
  form: {
    '': 'site location group name status role rack_type form_factor',
    Inventory: 'facility_id serial asset_tag',
  },
  constraints: [
    { name: 'dcim_rack_unique_location_name', fields: ['location', 'name'] },
    { name: 'dcim_rack_unique_location_facility_id', fields: ['location', 'facility_id'] },
  ],
  indexes: [{ name: 'dcim_rack_site_id_715040_idx', fields: ['site', 'location', 'name', 'id'] }],
  fields: {
    name: text({ search: 100, natural: true, max: 100 }),
    facility_id: text({ null: true, blank: true, search: 200, max: 50, rest: { absent: null } }),
    site: foreignKey('dcim.site', {
      clone: true,
      onDelete: 'protect',
      relatedName: 'racks',
      form: { narrow: { region: 'many: region', site_group: 'many: group' } },
    }),
    location: foreignKey('dcim.location', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'racks',
      rest: { absent: null },
    }),
    group: foreignKey('dcim.rackgroup', { null: true, blank: true, onDelete: 'protect', relatedName: 'racks' }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'racks',
    }),
    status: choice(rackStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    role: foreignKey('dcim.rackrole', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'racks',
    }),
    serial: text({ blank: true, label: 'Serial number', search: 60, max: 50, filter: { lookup: 'iexact' } }),
    asset_tag: text({ null: true, blank: true, unique: true, search: 50, max: 50 }),
    rack_type: foreignKey('dcim.racktype', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'racks',
      rest: { absent: null },
    }),
    form_factor: choice(rackFormFactor, { null: true, blank: true, clone: true, form: { when: { rack_type: '' } } }),
    width: numberChoice(rackWidth, {
      default: 19,
      clone: true,
      bits: 16,
      positive: true,
      filter: { lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'] },
      form: { when: { rack_type: '' } },
    }),
    u_height: integer({
      default: 42,
      label: 'Height (U)',
      clone: true,
      bits: 16,
      positive: true,
      minimum: 1,
      maximum: 100,
      form: { when: { rack_type: '' } },
    }),
    starting_unit: integer({ default: 1, bits: 16, positive: true, minimum: 1, form: { when: { rack_type: '' } } }),
    weight: decimal({ null: true, blank: true, clone: true, digits: 8, places: 2, form: { when: { rack_type: '' } } }),
    max_weight: integer({ null: true, blank: true, clone: true, positive: true, form: { when: { rack_type: '' } } }),
    weight_unit: choice(weightUnit, {
      null: true,
      blank: true,
      clone: true,
      filter: { kind: 'choice' },
      form: { when: { rack_type: '' } },
    }),
    desc_units: boolean({ default: false, label: 'Descending units', clone: true, form: { when: { rack_type: '' } } }),
    outer_width: integer({
      null: true,
      blank: true,
      clone: true,
      bits: 16,
      positive: true,
      form: { when: { rack_type: '' } },
    }),
    outer_height: integer({
      null: true,
      blank: true,
      clone: true,
      bits: 16,
      positive: true,
      form: { when: { rack_type: '' } },
    }),
    outer_depth: integer({
      null: true,
      blank: true,
      clone: true,
      bits: 16,
      positive: true,
      form: { when: { rack_type: '' } },
    }),
    outer_unit: choice(rackDimensionUnit, {
      null: true,
      blank: true,
      clone: true,
      filter: { kind: 'choice' },
      form: { when: { rack_type: '' } },
    }),
    mounting_depth: integer({
      null: true,
      blank: true,
      clone: true,
      bits: 16,
      positive: true,
      form: { when: { rack_type: '' } },
    }),
    airflow: choice(rackAirflow, {
      null: true,
      blank: true,
      clone: true,
      rest: { allowNull: false },
      filter: { kind: 'choice' },
    }),
    cooling_capability: choice(rackCoolingCapability, { null: true, blank: true, clone: true }),
    cooling_capacity: decimal({ null: true, blank: true, clone: true, digits: 10, places: 2, minimum: 0 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    device_count: relatedCount('dcim.device', 'rack'),
    powerfeed_count: relatedCount('dcim.powerfeed', 'rack'),
    _abs_weight: integer({ null: true, blank: true, bits: 64, positive: true, rest: false, filter: false }),
    _abs_max_weight: integer({ null: true, blank: true, bits: 64, positive: true, rest: false, filter: false }),
    vlan_groups: genericReverse('ipam.vlangroup'),
  },
  graphql: {
    fields: 'vlan_groups reservations devices powerfeeds cabletermination_set',
    filters: 'weight:FloatFilterLookup location_id:TreeNodeFilter',
  },
});
