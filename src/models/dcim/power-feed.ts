import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, booleanFilter, related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { cablePositionFields, endpointFields, linkFields } from './cable-fields.ts';
import { powerFeedPhase, powerFeedStatus, powerFeedSupply, powerFeedType } from './choices/power.ts';

export const powerFeed = model('dcim.powerfeed', {
  features: standard,
  rest: 'dcim/power-feeds',
  className: 'PowerFeed',
  description: 'A line from a power panel to a rack, with its voltage and limits.',
  ordering: ['power_panel', 'name'],
  display: '{name}',
  brief: 'name description cable _occupied',
  quickSearch: ['name', 'description', 'power_panel.name', 'comments'],
  filters: {
    cabled: booleanFilter('cable', { lookup: 'isnull' }),
    occupied: behaviour('filterOccupied', 'boolean'),
    connected: behaviour('filterConnected', 'boolean'),
    region_id: tree('power_panel.site.region'),
    region: tree('power_panel.site.region', { by: 'slug' }),
    site_group_id: tree('power_panel.site.group'),
    site_group: tree('power_panel.site.group', { by: 'slug' }),
    site_id: related('power_panel.site'),
    site: related('power_panel.site', { by: 'slug' }),
    location_id: tree('power_panel.location'),
    location: tree('power_panel.location', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id name power_panel site rack status type supply voltage amperage phase max_utilization mark_connected cable cable_color link_peer available_power tenant tenant_group description comments tags created last_updated',
    default: 'pk name power_panel rack status type supply voltage amperage phase cable link_peer',
    far: {
      site: 'power_panel/site',
      available_power: 'available_power',
    },
  },
  form: {
    '': 'power_panel rack name status type mark_connected',
    Supply: 'supply phase voltage amperage max_utilization',
  },
  constraints: [{ name: 'dcim_powerfeed_unique_power_panel_name', fields: ['power_panel', 'name'] }],
  fields: {
    power_panel: foreignKey('dcim.powerpanel', {
      clone: true,
      onDelete: 'protect',
      relatedName: 'powerfeeds',
      filter: { by: false },
    }),
    rack: foreignKey('dcim.rack', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'powerfeeds',
      filter: { by: false },
      rest: { absent: null },
    }),
    name: text({ search: 100, natural: true, max: 100 }),
    status: choice(powerFeedStatus, {
      filter: { nullWord: false },
      default: 'active',
      clone: true,
      rest: { absent: 'active' },
    }),
    type: choice(powerFeedType, {
      default: 'primary',
      clone: true,
      filter: { kind: 'choice' },
      rest: { absent: 'primary' },
    }),
    supply: choice(powerFeedSupply, { default: 'ac', clone: true, filter: { kind: 'choice' }, rest: { absent: 'ac' } }),
    phase: choice(powerFeedPhase, {
      default: 'single-phase',
      clone: true,
      filter: { kind: 'choice' },
      rest: { absent: 'single-phase' },
    }),
    voltage: integer({ default: { setting: 'POWERFEED_DEFAULT_VOLTAGE' }, clone: true, bits: 16 }),
    amperage: integer({
      default: { setting: 'POWERFEED_DEFAULT_AMPERAGE' },
      clone: true,
      bits: 16,
      positive: true,
      minimum: 1,
    }),
    max_utilization: integer({
      default: { setting: 'POWERFEED_DEFAULT_MAX_UTILIZATION' },
      clone: true,
      bits: 16,
      positive: true,
      minimum: 1,
      maximum: 100,
    }),
    mark_connected: boolean({ default: false, clone: true }),
    ...linkFields,
    ...endpointFields,
    description: text({ blank: true, search: 500, max: 200 }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'power_feeds',
    }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _occupied: computed('occupied', 'any'),
    ...cablePositionFields,
    _path: foreignKey('dcim.cablepath', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'powerfeed_set',
      rest: false,
    }),
    available_power: integer({ default: 0, editable: false, positive: true, rest: false }),
    cable_terminations: genericReverse('dcim.cabletermination'),
  },
  graphql: {
    fields: 'link_peers:[LinkPeerType!]! connected_endpoints:[ConnectedEndpointType!]!',
    filters: '-cable_connector -cable_terminations',
  },
});
