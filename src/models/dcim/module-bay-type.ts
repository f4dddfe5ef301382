import { color } from '#fields/color/color.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const moduleBayType = model('dcim.modulebaytype', {
  features: standard,
  rest: 'dcim/module-bay-types',
  className: 'ModuleBayType',
  description: 'A kind of slot, by which modules that fit are told.',
  ordering: ['manufacturer', 'name'],
  display: '{name}',
  brief: 'name slug manufacturer color description',
  quickSearch: ['name', 'slug', 'description', 'comments'],
  filters: {
    module_type_id: related('module_types'),
    module_bay_template_id: related('module_bay_templates'),
    module_bay_id: related('module_bays'),
  },
  list: {
    columns: 'pk id name slug manufacturer color description comments tags created last_updated',
    default: 'pk name manufacturer color description',
  },
  constraints: [
    { name: 'dcim_modulebaytype_unique_manufacturer_name', fields: ['manufacturer', 'name'], nullsEqual: true },
    { name: 'dcim_modulebaytype_unique_manufacturer_slug', fields: ['manufacturer', 'slug'], nullsEqual: true },
  ],
  fields: {
    name: text({ search: 100, max: 100 }),
    slug: slug({ search: 110, index: true }),
    manufacturer: foreignKey('dcim.manufacturer', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'module_bay_types',
    }),
    color: color({ blank: true, clone: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'module_types module_bays module_bay_templates', filters: '-color' },
});
