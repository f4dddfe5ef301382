import { counter } from '#fields/counter/counter.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, oneToOne, reverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { numberFilter, related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const virtualChassis = model('dcim.virtualchassis', {
  features: standard,
  rest: 'dcim/virtual-chassis',
  className: 'VirtualChassis',
  description: 'Devices that are managed as one, such as a stack of switches.',
  plural: 'virtual chassis',
  ordering: ['name'],
  display: '{name}',
  brief: 'name master description member_count',
  quickSearch: ['name', 'description', 'members.name', 'domain'],
  filters: {
    member_count: numberFilter('member_count'),
    region_id: tree('master.site.region'),
    region: tree('master.site.region', { by: 'slug' }),
    site_group_id: tree('master.site.group'),
    site_group: tree('master.site.group', { by: 'slug' }),
    site_id: related('master.site'),
    site: related('master.site', { by: 'slug' }),
    tenant_id: related('master.tenant'),
    tenant: related('master.tenant', { by: 'slug' }),
  },
  list: {
    columns: 'pk id name domain master member_count description comments tags created last_updated',
    default: 'pk name domain master member_count',
  },
  indexes: [{ name: 'dcim_virtua_name_2dc5cd_idx', fields: ['name'] }],
  fields: {
    name: text({ search: 100, natural: true, max: 64 }),
    domain: text({ blank: true, search: 300, max: 30 }),
    master: oneToOne('dcim.device', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'vc_master_for',
      shape: 'nested',
      form: { only: 'change', pick: { virtual_chassis_id: 'id' } },
      rest: { absent: null },
    }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    member_count: counter('dcim.device', 'virtual_chassis'),
    members: reverse('dcim.device', 'virtual_chassis', { shape: 'nested' }),
  },
  graphql: { filters: 'members:DeviceFilter' },
});
