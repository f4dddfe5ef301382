import { choice } from '#fields/choice/choice.ts';
import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { coolingSourceStatus, coolingSourceType, fluidType } from './choices/cooling.ts';

export const coolingSource = model('dcim.coolingsource', {
  features: [...standard, 'contacts', 'imageAttachments'],
  rest: 'dcim/cooling-sources',
  className: 'CoolingSource',
  description: 'Where coolant comes from: a chiller or a distribution unit.',
  ordering: ['site', 'name'],
  display: '{name}',
  brief: 'name description coolingfeed_count',
  quickSearch: ['name', 'description', 'comments'],
  filters: {
    region_id: tree('site.region'),
    region: tree('site.region', { by: 'slug' }),
    site_group_id: tree('site.group'),
    site_group: tree('site.group', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id name site location type status fluid_type cooling_capacity coolingfeed_count contacts description comments tags created last_updated',
    default: 'pk name site location type status cooling_capacity coolingfeed_count',
  },
  constraints: [{ name: 'dcim_coolingsource_unique_site_name', fields: ['site', 'name'] }],
  fields: {
    site: foreignKey('dcim.site', {
      clone: true,
      onDelete: 'protect',
      relatedName: 'coolingsource_set',
      form: { narrow: { region: 'many: region', site_group: 'many: group' } },
    }),
    location: foreignKey('dcim.location', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'coolingsource_set',
      rest: { absent: null },
    }),
    name: text({ search: 100, natural: true, max: 100 }),
    type: choice(coolingSourceType, { filter: { nullWord: false }, clone: true }),
    status: choice(coolingSourceStatus, {
      filter: { nullWord: false },
      default: 'active',
      clone: true,
      rest: { absent: 'active' },
    }),
    fluid_type: choice(fluidType, { filter: { nullWord: false }, null: true, blank: true, clone: true }),
    cooling_capacity: decimal({ null: true, blank: true, clone: true, digits: 10, places: 2, minimum: 0 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    coolingfeed_count: relatedCount('dcim.coolingfeed', 'cooling_source'),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'cooling_feeds -image_attachments', filters: 'location_id:TreeNodeFilter' },
});
