import { counter } from '#fields/counter/counter.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const virtualMachineType = model('virtualization.virtualmachinetype', {
  features: [...standard, 'imageAttachments'],
  rest: 'virtualization/virtual-machine-types',
  className: 'VirtualMachineType',
  description: 'A size and make of virtual machine that others are made from.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description',
  quickSearch: ['name', 'description', 'comments'],
  list: {
    columns:
      'pk id name slug default_platform default_vcpus default_memory virtual_machine_count description comments tags created last_updated',
    default: 'pk name default_platform default_vcpus default_memory virtual_machine_count description',
  },
  form: {
    '': 'name slug',
    Defaults: 'default_platform default_vcpus default_memory',
  },
  constraints: [{ name: 'virtualization_virtualmachinetype_unique_name', expressions: ['(LOWER(name))'] }],
  indexes: [{ name: 'virtualizat_name_6cff11_idx', fields: ['name'] }],
  fields: {
    name: text({ search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    default_platform: foreignKey('dcim.platform', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      silent: true,
    }),
    default_vcpus: decimal({ null: true, blank: true, clone: true, digits: 6, places: 2, minimum: 0.01 }),
    default_memory: integer({ null: true, blank: true, clone: true, positive: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    virtual_machine_count: counter('virtualization.virtualmachine', 'virtual_machine_type'),
  },
  graphql: {
    fields: 'instances -image_attachments',
    filters: 'instances:VirtualMachineFilter virtual_machine_count:IntComparisonFilterLookup -name -slug',
  },
});
