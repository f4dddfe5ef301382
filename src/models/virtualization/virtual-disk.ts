import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const virtualDisk = model('virtualization.virtualdisk', {
  features: standard,
  rest: 'virtualization/virtual-disks',
  className: 'VirtualDisk',
  description: 'A disk of a virtual machine.',
  ordering: ['virtual_machine', 'name'],
  display: '{name}',
  changesOf: ['virtual_machine'],
  brief: 'virtual_machine name description size',
  quickSearch: ['name', 'description'],
  list: {
    columns: 'pk id virtual_machine name size description tags',
    default: 'pk name virtual_machine size description',
  },
  constraints: [
    { name: 'virtualization_virtualdisk_unique_virtual_machine_name', fields: ['virtual_machine', 'name'] },
  ],
  fields: {
    virtual_machine: foreignKey('virtualization.virtualmachine', { relatedName: 'virtualdisks' }),
    name: text({ search: 100, natural: true, max: 64 }),
    description: text({ blank: true, search: 500, max: 200 }),
    size: integer({ positive: true }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
});
