import { array } from '#fields/array/array.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { numberFilter, numericArrayFilter, related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { rackReservationStatus } from './choices/racks.ts';

export const rackReservation = model('dcim.rackreservation', {
  features: standard,
  rest: 'dcim/rack-reservations',
  className: 'RackReservation',
  description: 'Units of a rack that are kept for somebody.',
  ordering: ['created', 'pk'],
  display: 'Reservation for rack {rack}',
  changesOf: ['rack'],
  brief: 'status user description units',
  quickSearch: ['rack.name', 'rack.facility_id', 'user.username', 'description'],
  filters: {
    site_id: related('rack.site'),
    site: related('rack.site', { by: 'slug' }),
    region_id: tree('rack.site.region'),
    region: tree('rack.site.region', { by: 'slug' }),
    site_group_id: tree('rack.site.group'),
    site_group: tree('rack.site.group', { by: 'slug' }),
    location_id: tree('rack.location'),
    location: tree('rack.location', { by: 'slug' }),
    group_id: related('rack.group'),
    group: related('rack.group', { by: 'slug' }),
    unit: numericArrayFilter('units', { lookup: 'contains' }),
    unit_count_min: numberFilter('units', { lookup: 'len__gte', lookups: false, one: true }),
    unit_count_max: numberFilter('units', { lookup: 'len__lte', lookups: false, one: true }),
  },
  list: {
    columns:
      'pk id reservation site location group rack unit_list unit_count status user tenant tenant_group description comments tags actions created last_updated',
    default: 'pk reservation site rack unit_list unit_count status user description',
    far: {
      site: 'rack/site',
      location: 'rack/location',
      group: 'rack/group',
    },
  },
  indexes: [{ name: 'dcim_rackre_created_84f02e_idx', fields: ['created', 'id'] }],
  database: {
    names: {
      dcim_rackreservation_user_id_0785a527_fk_users_user_id: 'dcim_rackreservation_user_id_0785a527_fk_auth_user_id',
    },
  },
  fields: {
    rack: foreignKey('dcim.rack', { clone: true, relatedName: 'reservations', filter: { by: false } }),
    units: array(integer({ bits: 16, positive: true })),
    unit_count: computed('unitCount', 'any'),
    status: choice(rackReservationStatus, { filter: { nullWord: false }, default: 'active' }),
    created: created(),
    last_updated: lastUpdated(),
    user: foreignKey('users.user', {
      clone: true,
      onDelete: 'protect',
      relatedName: 'rackreservation_set',
      filter: { by: 'username' },
    }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'rackreservations',
    }),
    description: text({ search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
  },
  graphql: {
    fields: 'unit_count:Int!',
    filters: 'units:IntegerArrayLookup unit_count=count(units):IntComparisonFilterLookup',
  },
});
