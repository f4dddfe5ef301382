import { color } from '#fields/color/color.ts';
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

export const inventoryItemRole = model('dcim.inventoryitemrole', {
  features: standard,
  rest: 'dcim/inventory-item-roles',
  className: 'InventoryItemRole',
  description: 'What parts inside devices are for: a CPU, a fan, a transceiver.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description inventoryitem_count',
  quickSearch: ['name', 'slug', 'description'],
  list: {
    columns: 'pk id name inventoryitem_count color description slug comments tags actions',
    default: 'pk name inventoryitem_count color description',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    color: color({ default: '9e9e9e' }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    inventoryitem_count: relatedCount('dcim.inventoryitem', 'role'),
  },
  graphql: { fields: 'inventory_items inventory_item_templates' },
});
