import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { date } from '#fields/date/date.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse, reverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { distanceUnit } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { circuitStatus } from './choices.ts';

export const circuit = model('circuits.circuit', {
  features: [...standard, 'contacts', 'imageAttachments'],
  rest: 'circuits/circuits',
  className: 'Circuit',
  description: 'A line that a provider supplies, with an end on each side.',
  ordering: ['provider', 'provider_account', 'cid'],
  display: '{cid}',
  brief: 'provider cid description',
  quickSearch: [
    'cid',
    'terminations.xconnect_id',
    'terminations.pp_info',
    'terminations.description',
    'description',
    'comments',
  ],
  filters: {
    provider_network_id: related('terminations._provider_network'),
    region_id: tree('terminations._region'),
    region: tree('terminations._region', { by: 'slug' }),
    site_group_id: tree('terminations._site_group'),
    site_group: tree('terminations._site_group', { by: 'slug' }),
    site_id: related('terminations._site'),
    site: related('terminations._site', { by: 'slug' }),
    location_id: related('terminations._location'),
  },
  list: {
    columns:
      'pk id cid provider provider_account type status tenant tenant_group termination_a termination_z install_date termination_date commit_rate description comments contacts tags created last_updated assignments',
    default: 'pk cid provider type status tenant termination_a termination_z description',
  },
  form: {
    '': 'cid provider provider_account type status',
    Service: 'install_date termination_date commit_rate distance distance_unit',
  },
  constraints: [
    { name: 'circuits_circuit_unique_provider_cid', fields: ['provider', 'cid'] },
    { name: 'circuits_circuit_unique_provideraccount_cid', fields: ['provider_account', 'cid'] },
  ],
  indexes: [{ name: 'circuits_ci_provide_a0c42c_idx', fields: ['provider', 'provider_account', 'cid'] }],
  fields: {
    cid: text({ label: 'Circuit ID', search: 100, max: 100 }),
    provider: foreignKey('circuits.provider', { clone: true, onDelete: 'protect', relatedName: 'circuits' }),
    provider_account: foreignKey('circuits.provideraccount', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'circuits',
      filter: { by: 'account' },
      rest: { absent: null },
    }),
    type: foreignKey('circuits.circuittype', { clone: true, onDelete: 'protect', relatedName: 'circuits' }),
    status: choice(circuitStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'circuits',
    }),
    install_date: date({ null: true, blank: true, label: 'Installed', clone: true }),
    termination_date: date({ null: true, blank: true, label: 'Terminates', clone: true }),
    commit_rate: integer({ null: true, blank: true, label: 'Commit rate (Kbps)', clone: true, positive: true }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    distance: decimal({ null: true, blank: true, digits: 8, places: 2 }),
    distance_unit: choice(distanceUnit, { null: true, blank: true, filter: { kind: 'choice' } }),
    termination_a: foreignKey('circuits.circuittermination', {
      null: true,
      blank: true,
      editable: false,
      onDelete: 'set null',
      shape: 'circuit',
    }),
    termination_z: foreignKey('circuits.circuittermination', {
      null: true,
      blank: true,
      editable: false,
      onDelete: 'set null',
      shape: 'circuit',
    }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    assignments: reverse('circuits.circuitgroupassignment', 'member', { shape: 'member' }),
    _abs_distance: decimal({ null: true, blank: true, digits: 13, places: 4, rest: false, filter: false }),
    group_assignments: genericReverse('circuits.circuitgroupassignment'),
  },
  graphql: {
    fields: 'terminations -image_attachments -assignments',
    filters:
      'distance:FloatFilterLookup status:StatusBaseFilterLookup terminations:CircuitTerminationFilter -termination_a -termination_a_id -termination_z -termination_z_id -group_assignments',
  },
});
