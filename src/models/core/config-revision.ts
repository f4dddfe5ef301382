import { boolean } from '#fields/boolean/boolean.ts';
import { dateTime } from '#fields/date-time/date-time.ts';
import { json } from '#fields/json/json.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const configRevision = model('core.configrevision', {
  public: true,
  className: 'ConfigRevision',
  description: 'One state of the settings that can be changed while the program runs.',
  ordering: ['-created'],
  display: {
    of: ['active', 'id'],
    text: (active, id) => (active === 't' ? 'Current configuration' : `Config revision #${id}`),
  },
  quickSearch: ['comment'],
  list: { columns: 'pk id is_active created comment', default: 'pk id is_active created comment' },
  constraints: [{ name: 'unique_active_config_revision', fields: ['active'], where: 'active' }],
  indexes: [{ name: 'core_config_created_ef9552_idx', fields: ['-created'] }],
  database: {
    names: {
      core_configrevision_id_seq: 'extras_configrevision_id_seq',
      core_configrevision_pkey: 'extras_configrevision_pkey',
    },
  },
  fields: {
    active: boolean({ default: false, filter: false }),
    created: dateTime({ blank: true, editable: false }),
    comment: text({ blank: true, max: 200 }),
    data: json({ null: true, blank: true, label: 'Configuration data' }),
  },
  graphql: false,
});
