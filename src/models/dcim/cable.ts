import { choice } from '#fields/choice/choice.ts';
import { color } from '#fields/color/color.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { color as colors } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { behaviour, contentTypeFilter, multipleChoiceFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { cableLengthUnit, cableProfile, cableType, linkStatus } from './choices/cables.ts';

export const cable = model('dcim.cable', {
  features: standard,
  rest: 'dcim/cables',
  className: 'Cable',
  description: 'What connects ports: one or more at each end.',
  ordering: ['pk'],
  display: ['{label}', '#{id}'],
  brief: 'label description',
  quickSearch: ['label', 'description'],
  filters: {
    color: multipleChoiceFilter('color', { choices: colors }),
    termination_a_type: contentTypeFilter('terminations.termination_type'),
    termination_a_id: behaviour('filterByCableEndA', 'number'),
    termination_b_type: contentTypeFilter('terminations.termination_type'),
    termination_b_id: behaviour('filterByCableEndB', 'number'),
    unterminated: behaviour('unterminated', 'boolean'),
    device_id: behaviour('filterByTermination', 'number'),
    device: behaviour('filterByTermination', 'text'),
    rack_id: behaviour('filterByTermination', 'number'),
    rack: behaviour('filterByTermination', 'text'),
    location_id: behaviour('filterByTermination', 'number'),
    location: behaviour('filterByTermination', 'text'),
    site_id: behaviour('filterByTermination', 'number'),
    site: behaviour('filterByTermination', 'text'),
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
  list: {
    columns:
      'pk id label a_terminations b_terminations device_a device_b rack_a rack_b location_a location_b site_a site_b status profile type tenant tenant_group color color_name bundle length description comments tags created last_updated',
    default: 'pk id label a_terminations b_terminations status type',
  },
  form: {
    'Side A': 'a_terminations',
    'Side B': 'b_terminations',
    '': 'status type profile bundle label color length length_unit',
  },
  fields: {
    type: choice(cableType, { plain: true, null: true, blank: true, clone: true }),
    a_terminations: computed('aTerminations', 'any', { rest: {}, form: { widget: 'terminations', required: true } }),
    b_terminations: computed('bTerminations', 'any', { rest: {}, form: { widget: 'terminations', required: true } }),
    status: choice(linkStatus, { default: 'connected' }),
    profile: choice(cableProfile, { blank: true, clone: true, rest: { allowBlank: false } }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'cables',
    }),
    bundle: foreignKey('dcim.cablebundle', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'cables',
      rest: { absent: null },
    }),
    label: text({ blank: true, search: 100, max: 100 }),
    color: color({ blank: true }),
    length: decimal({ null: true, blank: true, digits: 8, places: 2 }),
    length_unit: choice(cableLengthUnit, { null: true, blank: true, filter: { kind: 'choice' } }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _abs_length: decimal({ null: true, blank: true, digits: 14, places: 4, rest: false, filter: false }),
  },
  graphql: {
    fields:
      'terminations a_terminations:[CableTerminationTerminationType!]! b_terminations:[CableTerminationTerminationType!]!',
    filters: 'terminations:CableTerminationFilter -profile -bundle -bundle_id',
  },
});
