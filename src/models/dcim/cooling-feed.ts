import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { flowRateUnit } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { coolingFeedStatus } from './choices/cooling.ts';

export const coolingFeed = model('dcim.coolingfeed', {
  features: standard,
  rest: 'dcim/cooling-feeds',
  className: 'CoolingFeed',
  description: 'A supply of coolant that leads to a rack or device.',
  ordering: ['cooling_source', 'name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'cooling_source.name', 'comments'],
  filters: {
    region_id: tree('cooling_source.site.region'),
    region: tree('cooling_source.site.region', { by: 'slug' }),
    site_group_id: tree('cooling_source.site.group'),
    site_group: tree('cooling_source.site.group', { by: 'slug' }),
    site_id: related('cooling_source.site'),
    site: related('cooling_source.site', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id name cooling_source site rack status cooling_capacity max_flow tenant tenant_group description comments tags created last_updated',
    default: 'pk name cooling_source rack status cooling_capacity max_flow',
    far: {
      site: 'cooling_source/site',
    },
  },
  constraints: [{ name: 'dcim_coolingfeed_unique_cooling_source_name', fields: ['cooling_source', 'name'] }],
  fields: {
    cooling_source: foreignKey('dcim.coolingsource', {
      clone: true,
      onDelete: 'protect',
      relatedName: 'cooling_feeds',
      filter: { by: false },
    }),
    rack: foreignKey('dcim.rack', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'cooling_feeds',
      filter: { by: false },
      rest: { absent: null },
    }),
    name: text({ search: 100, natural: true, max: 100 }),
    status: choice(coolingFeedStatus, {
      filter: { nullWord: false },
      default: 'active',
      clone: true,
      rest: { absent: 'active' },
    }),
    cooling_capacity: decimal({ null: true, blank: true, clone: true, digits: 10, places: 2, minimum: 0 }),
    max_flow: decimal({ null: true, blank: true, clone: true, digits: 8, places: 2, minimum: 0.01 }),
    max_flow_unit: choice(flowRateUnit, { filter: { nullWord: false }, null: true, blank: true, clone: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'cooling_feeds',
    }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _abs_max_flow: decimal({ null: true, blank: true, digits: 13, places: 4, rest: false, filter: false }),
  },
  graphql: { fields: '-_abs_max_flow' },
});
