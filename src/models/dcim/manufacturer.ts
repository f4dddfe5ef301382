import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const manufacturer = model('dcim.manufacturer', {
  features: [...standard, 'contacts'],
  rest: 'dcim/manufacturers',
  className: 'Manufacturer',
  description: 'A maker of hardware or software.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description',
  quickSearch: ['name', 'slug', 'description'],
  list: {
    columns:
      'pk id name racktype_count devicetype_count moduletype_count inventoryitem_count platform_count description slug comments tags contacts actions created last_updated',
    default:
      'pk name racktype_count devicetype_count moduletype_count inventoryitem_count platform_count description slug',
    far: {
      racktype_count: '#dcim.racktype@manufacturer',
    },
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    devicetype_count: relatedCount('dcim.devicetype', 'manufacturer'),
    moduletype_count: relatedCount('dcim.moduletype', 'manufacturer'),
    inventoryitem_count: relatedCount('dcim.inventoryitem', 'manufacturer'),
    platform_count: relatedCount('dcim.platform', 'manufacturer'),
  },
  graphql: { fields: 'platforms device_types inventory_item_templates inventory_items module_types' },
});
