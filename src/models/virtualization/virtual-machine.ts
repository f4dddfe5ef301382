import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { counter } from '#fields/counter/counter.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { integer } from '#fields/integer/integer.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse, oneToOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, macFilter, related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { virtualMachineStartOnBoot, virtualMachineStatus } from './choices.ts';

export const virtualMachine = model('virtualization.virtualmachine', {
  features: [...standard, 'contacts', 'imageAttachments'],
  rest: 'virtualization/virtual-machines',
  permissions: [['render_config', 'Render configuration']],
  className: 'VirtualMachine',
  description: 'A computer without hardware of its own, in a cluster or on a device.',
  ordering: ['name', 'pk'],
  display: '{name}',
  brief: 'name description',
  shapes: { nested: 'display_url name' },
  quickSearch: [
    'name',
    'description',
    'comments',
    'serial',
    ['primary_ip4.address', 'host__inet'],
    ['primary_ip6.address', 'host__inet'],
  ],
  filters: {
    local_context_data: behaviour('localContextData', 'boolean'),
    cluster_group_id: related('cluster.group'),
    cluster_group: related('cluster.group', { by: 'slug' }),
    cluster_type_id: related('cluster.type'),
    cluster_type: related('cluster.type', { by: 'slug' }),
    region_id: tree('site.region'),
    region: tree('site.region', { by: 'slug' }),
    site_group_id: tree('site.group'),
    site_group: tree('site.group', { by: 'slug' }),
    mac_address: macFilter('interfaces.mac_addresses.mac_address'),
    has_primary_ip: behaviour('hasPrimaryIp', 'boolean'),
  },
  list: {
    columns:
      'pk id name virtual_machine_type role status start_on_boot site cluster device platform primary_ip4 primary_ip6 primary_ip vcpus memory disk description serial tenant_group tenant contacts comments tags config_template created last_updated',
    default: 'pk name virtual_machine_type role status site cluster tenant vcpus memory disk primary_ip',
  },
  form: {
    '': 'name virtual_machine_type role status start_on_boot serial',
    Placement: 'site cluster device',
    Management: 'platform config_template primary_ip4 primary_ip6',
    Resources: 'vcpus memory disk',
    Ownership: '',
    'Local context': 'local_context_data',
  },
  constraints: [
    {
      name: 'virtualization_virtualmachine_unique_name_cluster_tenant',
      expressions: ['(LOWER(name))', 'cluster_id', 'tenant_id'],
      where: 'cluster_id IS NOT NULL',
      nullsEqual: true,
    },
    {
      name: 'virtualization_virtualmachine_unique_name_device_tenant',
      expressions: ['(LOWER(name))', 'device_id', 'tenant_id'],
      where: '(cluster_id IS NULL AND device_id IS NOT NULL)',
      nullsEqual: true,
    },
  ],
  indexes: [
    { name: 'virtualizat_name_16033e_idx', fields: ['name', 'id'] },
    { name: 'virtualization_vm_cc_null', fields: ['id'], where: '_config_context_data IS NULL' },
  ],
  fields: {
    name: text({ search: 100, natural: true, max: 64, filter: { lookup: 'iexact' } }),
    virtual_machine_type: foreignKey('virtualization.virtualmachinetype', {
      null: true,
      blank: true,
      label: 'Type',
      clone: true,
      onDelete: 'protect',
      relatedName: 'instances',
      rest: { absent: null },
    }),
    role: foreignKey('dcim.devicerole', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'virtual_machines',
      form: { pick: { vm_role: '=true' } },
    }),
    status: choice(virtualMachineStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    start_on_boot: choice(virtualMachineStartOnBoot, { filter: { nullWord: false }, default: 'off', max: 32 }),
    site: foreignKey('dcim.site', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'virtual_machines',
      rest: { absent: null },
    }),
    cluster: foreignKey('virtualization.cluster', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'virtual_machines',
      form: { pick: { site_id: 'site?' } },
      rest: { absent: null },
    }),
    device: foreignKey('dcim.device', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'virtual_machines',
      form: { pick: { site_id: 'site', cluster_id: 'cluster' } },
      rest: { absent: null },
    }),
    platform: foreignKey('dcim.platform', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'virtual_machines',
    }),
    primary_ip: computed('primaryIp', 'any', {
      rest: { options: 'nested object', readOnly: true, allowNull: true },
      to: 'ipam.ipaddress',
      shape: 'brief',
    }),
    primary_ip4: oneToOne('ipam.ipaddress', {
      null: true,
      blank: true,
      label: 'Primary IPv4',
      onDelete: 'set null',
      silent: false,
      shape: 'primary',
      filter: { by: 'address' },
      form: { only: 'change', pick: { virtual_machine_id: 'id', family: '=4' } },
    }),
    primary_ip6: oneToOne('ipam.ipaddress', {
      null: true,
      blank: true,
      label: 'Primary IPv6',
      onDelete: 'set null',
      silent: false,
      shape: 'primary',
      filter: { by: 'address' },
      form: { only: 'change', pick: { virtual_machine_id: 'id', family: '=6' } },
    }),
    vcpus: decimal({ null: true, blank: true, clone: true, digits: 6, places: 2, minimum: 0.01 }),
    memory: integer({ null: true, blank: true, clone: true, positive: true }),
    disk: integer({ null: true, blank: true, clone: true, positive: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    serial: text({ blank: true, label: 'Serial number', search: 60, max: 50 }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'virtual_machines',
      rest: { absent: null },
    }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    local_context_data: json({ null: true, blank: true }),
    config_template: foreignKey('extras.configtemplate', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'virtualmachines',
      filter: { by: false },
      rest: { absent: null },
    }),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    interface_count: counter('virtualization.vminterface', 'virtual_machine'),
    virtual_disk_count: counter('virtualization.virtualdisk', 'virtual_machine'),
    config_context: computed('configContext', 'any'),
    _config_context_data: json({ null: true, blank: true, editable: false, rest: false, logged: false }),
    _config_context_generation: integer({
      logged: false,
      default: 0,
      editable: false,
      bits: 64,
      positive: true,
      rest: false,
      filter: false,
    }),
    services: genericReverse('ipam.service'),
  },
  graphql: {
    fields: 'config_context:JSON! interfaces services virtualdisks -image_attachments',
    filters: 'interfaces:VMInterfaceFilter virtual_disks:VirtualDiskFilter -virtual_machine_type_id',
  },
});
