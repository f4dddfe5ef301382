import { array } from '#fields/array/array.ts';
import { boolean } from '#fields/boolean/boolean.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { behaviour, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const tableConfig = model('extras.tableconfig', {
  features: ['changeLogging', 'cloning', 'customValidation', 'eventRules'],
  rest: 'extras/table-configs',
  className: 'TableConfig',
  description: 'Columns and an order of a list under a name.',
  ordering: ['weight', 'name'],
  display: '{name}',
  brief: 'name description object_type table',
  quickSearch: ['name', 'description', 'table'],
  filters: {
    object_type_id: related('object_type'),
    usable: behaviour('usable', 'boolean'),
  },
  list: {
    columns: 'pk id name object_type table description user weight enabled shared created last_updated',
    default: 'pk name object_type table user description enabled shared',
  },
  indexes: [{ name: 'extras_tabl_weight_7c4bb6_idx', fields: ['weight', 'name'] }],
  fields: {
    object_type: contentType({
      clone: true,
      onDelete: 'cascade',
      relatedName: 'table_configs',
      rest: { types: 'all' },
    }),
    table: text({ clone: true, max: 100 }),
    name: text({ max: 100 }),
    description: text({ blank: true, max: 200 }),
    user: foreignKey('users.user', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'tableconfig_set',
      filter: { by: 'username' },
      shape: 'key',
    }),
    weight: integer({ default: 1000, bits: 16, positive: true }),
    enabled: boolean({ default: true, clone: true }),
    shared: boolean({ default: true, clone: true }),
    columns: array(text({ max: 100 }), { clone: true }),
    ordering: array(text({ max: 100 }), { null: true, blank: true, clone: true }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { filters: '-object_type -table' },
});
