import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { model } from '#registry/model.ts';

export const autoSyncRecord = model('core.autosyncrecord', {
  className: 'AutoSyncRecord',
  description: 'That an object follows a data file on its own.',
  constraints: [{ name: 'core_autosyncrecord_object', fields: ['object_type', 'object_id'] }],
  fields: {
    datafile: foreignKey('core.datafile', { filter: false }),
    object_type: contentType({ onDelete: 'cascade', filter: false }),
    object_id: integer({ bits: 64, positive: true, filter: false }),
    object: generic('object_type', 'object_id'),
  },
  graphql: false,
});
