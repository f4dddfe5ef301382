import { boolean } from '#fields/boolean/boolean.ts';
import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const vrf = model('ipam.vrf', {
  features: standard,
  rest: 'ipam/vrfs',
  className: 'VRF',
  description: 'A routing table of its own, in which addresses may repeat those of others.',
  label: 'VRF',
  ordering: ['name', 'rd', 'pk'],
  display: ['{name} ({rd})', '{name}'],
  brief: 'name rd description prefix_count',
  quickSearch: ['name', 'rd', 'description'],
  filters: {
    import_target_id: related('import_targets'),
    import_target: related('import_targets', { by: 'name' }),
    export_target_id: related('export_targets'),
    export_target: related('export_targets', { by: 'name' }),
  },
  list: {
    columns:
      'pk id name rd tenant tenant_group enforce_unique import_targets export_targets description comments tags created last_updated',
    default: 'pk name rd tenant description',
  },
  form: {
    '': 'name rd enforce_unique',
    'Route targets': 'import_targets export_targets',
  },
  indexes: [{ name: 'ipam_vrf_name_ec911d_idx', fields: ['name', 'rd', 'id'] }],
  fields: {
    name: text({ search: 100, natural: true, max: 100 }),
    rd: text({ null: true, blank: true, unique: true, label: 'Route distinguisher', search: 200, max: 21 }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'vrfs',
    }),
    enforce_unique: boolean({ default: true, label: 'Enforce unique space', clone: true }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    import_targets: manyToMany('ipam.routetarget', { blank: true, relatedName: 'importing_vrfs', shape: 'full' }),
    export_targets: manyToMany('ipam.routetarget', { blank: true, relatedName: 'exporting_vrfs', shape: 'full' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    ipaddress_count: relatedCount('ipam.ipaddress', 'vrf'),
    prefix_count: relatedCount('ipam.prefix', 'vrf'),
  },
  graphql: { fields: 'interfaces ip_addresses vminterfaces ip_ranges prefixes' },
});
