import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { cablePositionFields, linkFields } from '#models/dcim/cable-fields.ts';
import { scopeCopies } from '#models/dcim/scope-copies.ts';
import { behaviour, booleanFilter, related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { circuitTerminationSide } from './choices.ts';

export const circuitTermination = model('circuits.circuittermination', {
  features: [
    'changeLogging',
    'customFields',
    'customLinks',
    'customValidation',
    'eventRules',
    'exportTemplates',
    'tags',
  ],
  rest: 'circuits/circuit-terminations',
  className: 'CircuitTermination',
  description: 'One end of a circuit: where it comes out and how fast it is there.',
  ordering: ['circuit', 'term_side'],
  display: '{circuit}: Termination {term_side}',
  changesOf: ['circuit'],
  brief: 'circuit term_side description cable _occupied',
  shapes: {
    circuit:
      'display_url termination_type termination_id termination port_speed upstream_speed xconnect_id description',
  },
  quickSearch: ['circuit.cid', 'xconnect_id', 'pp_info', 'description'],
  filters: {
    cabled: booleanFilter('cable', { lookup: 'isnull' }),
    occupied: behaviour('filterOccupied', 'boolean'),
    region_id: tree('_region'),
    region: tree('_region', { by: 'slug' }),
    site_group_id: tree('_site_group'),
    site_group: tree('_site_group', { by: 'slug' }),
    site_id: related('_site'),
    site: related('_site', { by: 'slug' }),
    location_id: tree('_location'),
    location: tree('_location', { by: 'slug' }),
    provider_network_id: related('_provider_network'),
    provider_id: related('circuit.provider'),
    provider: related('circuit.provider', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id circuit provider term_side termination_type termination site_group region site location provider_network port_speed upstream_speed xconnect_id pp_info description created last_updated actions',
    default: 'pk id circuit provider term_side termination_type termination description',
    far: {
      region: '_region',
      site_group: '_site_group',
      site: '_site',
      location: '_location',
      provider_network: '_provider_network',
    },
  },
  form: {
    '': 'circuit term_side termination mark_connected',
    Details: 'port_speed upstream_speed xconnect_id pp_info',
  },
  constraints: [{ name: 'circuits_circuittermination_unique_circuit_term_side', fields: ['circuit', 'term_side'] }],
  indexes: [{ name: 'circuits_ci_termina_505dda_idx', fields: ['termination_type', 'termination_id'] }],
  database: {
    copies: scopeCopies,
    names: {
      circuits_circuittermination__provider_network_id_85ca661e:
        'circuits_circuittermination_provider_network_id_b0c660f1',
    },
  },
  fields: {
    circuit: foreignKey('circuits.circuit', { relatedName: 'terminations' }),
    term_side: choice(circuitTerminationSide, {
      plain: true,
      label: 'Termination side',
      max: 1,
      filter: { kind: 'choice' },
    }),
    termination_type: contentType({ null: true, blank: true, rest: { absent: null } }),
    termination_id: integer({
      rest: { absent: null, unbounded: true },
      null: true,
      blank: true,
      bits: 64,
      positive: true,
    }),
    termination: generic('termination_type', 'termination_id'),
    port_speed: integer({ null: true, blank: true, label: 'Port speed (Kbps)', search: 2000, positive: true }),
    upstream_speed: integer({ null: true, blank: true, label: 'Upstream speed (Kbps)', search: 2000, positive: true }),
    xconnect_id: text({ blank: true, label: 'Cross-connect ID', search: 300, max: 50 }),
    pp_info: text({ blank: true, label: 'Patch panel/port(s)', search: 300, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    mark_connected: boolean({ default: false }),
    ...linkFields,
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _occupied: computed('occupied', 'any'),
    ...cablePositionFields,
    _provider_network: foreignKey('circuits.providernetwork', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'circuit_terminations',
      rest: false,
    }),
    _location: foreignKey('dcim.location', {
      null: true,
      blank: true,
      relatedName: 'circuit_terminations',
      rest: false,
    }),
    _site: foreignKey('dcim.site', { null: true, blank: true, relatedName: 'circuit_terminations', rest: false }),
    _region: foreignKey('dcim.region', { null: true, blank: true, relatedName: 'circuit_terminations', rest: false }),
    _site_group: foreignKey('dcim.sitegroup', {
      null: true,
      blank: true,
      relatedName: 'circuit_terminations',
      rest: false,
    }),
    cable_terminations: genericReverse('dcim.cabletermination'),
  },
  graphql: {
    fields: 'link_peers:[LinkPeerType!]! termination:CircuitTerminationTerminationType',
    filters: '-circuit_id -cable_connector -cable_terminations',
    unions: {
      CircuitTerminationTerminationType: 'dcim.location dcim.region dcim.sitegroup dcim.site circuits.providernetwork',
    },
  },
});
