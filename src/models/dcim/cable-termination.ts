import { array } from '#fields/array/array.ts';
import { choice } from '#fields/choice/choice.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { behaviour, singleFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { cableEnd } from './choices/cables.ts';

export const cableTermination = model('dcim.cabletermination', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/cable-terminations',
  readOnly: true,
  className: 'CableTermination',
  description: 'That a cable ends at a port.',
  ordering: ['cable', 'cable_end', 'connector', 'pk'],
  display: 'Cable {cable} to {termination}',
  changesOf: ['termination'],
  brief: 'cable cable_end connector positions termination_type termination_id',
  without: ['display_url'],
  filters: {
    cable: singleFilter('cable', { lookups: ['n'] }),
    consoleport_id: behaviour('filterByTerminationType', 'number'),
    consoleserverport_id: behaviour('filterByTerminationType', 'number'),
    powerport_id: behaviour('filterByTerminationType', 'number'),
    poweroutlet_id: behaviour('filterByTerminationType', 'number'),
    interface_id: behaviour('filterByTerminationType', 'number'),
    frontport_id: behaviour('filterByTerminationType', 'number'),
    rearport_id: behaviour('filterByTerminationType', 'number'),
    powerfeed_id: behaviour('filterByTerminationType', 'number'),
    circuittermination_id: behaviour('filterByTerminationType', 'number'),
  },
  constraints: [
    { name: 'dcim_cabletermination_unique_termination', fields: ['termination_type', 'termination_id'] },
    { name: 'dcim_cabletermination_unique_connector', fields: ['cable', 'cable_end', 'connector'] },
  ],
  database: {
    copies: {
      _device: { _rack: 'rack', _location: 'location', _site: 'site' },
      _rack: { _location: 'location', _site: 'site' },
      _location: { _site: 'site' },
    },
  },
  fields: {
    cable: foreignKey('dcim.cable', {
      relatedName: 'terminations',
      rest: { required: false, readOnly: true },
      shape: 'key',
    }),
    cable_end: choice(cableEnd, {
      plain: true,
      label: 'End',
      max: 1,
      rest: { required: false, readOnly: true },
      filter: { kind: 'choice' },
    }),
    termination_type: contentType({ rest: { required: false, readOnly: true } }),
    termination_id: integer({ bits: 64, positive: true, rest: { unbounded: true, required: false, readOnly: true } }),
    termination: generic('termination_type', 'termination_id'),
    connector: integer({
      null: true,
      blank: true,
      bits: 16,
      positive: true,
      minimum: 1,
      maximum: 256,
      rest: { readOnly: true },
      filter: false,
    }),
    positions: array(integer({ bits: 16 }), { null: true, blank: true, rest: { readOnly: true } }),
    created: created(),
    last_updated: lastUpdated(),
    _device: foreignKey('dcim.device', { null: true, blank: true, relatedName: 'cabletermination_set', rest: false }),
    _rack: foreignKey('dcim.rack', { null: true, blank: true, relatedName: 'cabletermination_set', rest: false }),
    _location: foreignKey('dcim.location', {
      null: true,
      blank: true,
      relatedName: 'cabletermination_set',
      rest: false,
    }),
    _site: foreignKey('dcim.site', { null: true, blank: true, relatedName: 'cabletermination_set', rest: false }),
  },
  graphql: {
    query: false,
    fields:
      'tags()=none:[TagType!]! journal_entries=none:[JournalEntryType!]! custom_fields=none:JSON! cable? termination:CableTerminationTerminationType',
    filters: 'termination_type=none:CableTerminationFilter -connector',
    unions: {
      CableTerminationTerminationType:
        'circuits.circuittermination dcim.consoleport dcim.consoleserverport dcim.frontport dcim.interface dcim.powerfeed dcim.poweroutlet dcim.powerport dcim.rearport',
      LinkPeerType:
        'circuits.circuittermination dcim.consoleport dcim.consoleserverport dcim.frontport dcim.interface dcim.powerfeed dcim.poweroutlet dcim.powerport dcim.rearport',
      ConnectedEndpointType:
        'circuits.circuittermination circuits.virtualcircuittermination dcim.consoleport dcim.consoleserverport dcim.frontport dcim.interface dcim.powerfeed dcim.poweroutlet dcim.powerport circuits.providernetwork dcim.rearport',
    },
  },
});
