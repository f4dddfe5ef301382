import { boolean } from '#fields/boolean/boolean.ts';
import { choice, numberChoice } from '#fields/choice/choice.ts';
import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, dateTime, lastUpdated } from '#fields/date-time/date-time.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';
import { dataSourceStatus, dataSourceType, jobInterval } from './choices.ts';

export const dataSource = model('core.datasource', {
  features: [...standard, 'jobs'],
  rest: 'core/data-sources',
  permissions: [['sync', 'Synchronize data from remote source']],
  className: 'DataSource',
  description: 'A place outside, such as a Git repository, that files are taken from.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  list: {
    columns:
      'pk id name type status enabled source_url description sync_interval comments parameters last_synced created last_updated file_count',
    default: 'pk name type status enabled description sync_interval file_count',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    type: choice(dataSourceType, { filter: { nullWord: false } }),
    source_url: text({ label: 'URL', search: 300, max: 200 }),
    enabled: boolean({ default: true }),
    status: choice(dataSourceStatus, { filter: { nullWord: false }, default: 'new', editable: false }),
    description: text({ blank: true, search: 500, max: 200 }),
    sync_interval: numberChoice(jobInterval, {
      plain: true,
      null: true,
      blank: true,
      bits: 16,
      positive: true,
      filter: {
        nullWord: false,
        lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
      },
    }),
    parameters: json({ null: true, blank: true }),
    ignore_rules: longText({ blank: true }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    last_synced: dateTime({ null: true, blank: true, editable: false }),
    file_count: relatedCount('core.datafile', 'source'),
    jobs: genericReverse('core.job'),
  },
  graphql: { fields: 'datafiles', filters: 'type:StrFilterLookup datafiles:DataFileFilter -sync_interval' },
});
