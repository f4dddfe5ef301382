import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { PanelMeta } from './contract.ts';
import { restFields } from './rest-fields.ts';
import { viewOf } from './view-of.ts';

/** Shown elsewhere on the page: in the header, in panels of their own, among what refers to the object. */
const elsewhere = new Set(['tags', 'customFields', 'count', 'markdown', 'json']);
const inHeader = new Set(['created', 'last_updated', 'scope_id']);

/** What belongs together on any page, whatever the model. */
const topics: readonly PanelMeta[] = [
  {
    label: 'Location',
    fields: [
      'region',
      'site_group',
      'site',
      'location',
      'rack',
      'position',
      'face',
      'scope_type',
      'scope',
      'facility',
      'facility_id',
      'physical_address',
      'shipping_address',
      'latitude',
      'longitude',
      'time_zone',
    ],
  },
  {
    label: 'Connection',
    fields: [
      'mark_connected',
      'cable',
      'cable_end',
      'cable_connector',
      'cable_positions',
      'wireless_link',
      'link_peers',
      'connected_endpoints',
      'connected_endpoints_reachable',
    ],
  },
  {
    label: 'Hardware',
    fields: [
      'manufacturer',
      'device_type',
      'module_type',
      'rack_type',
      'form_factor',
      'part_number',
      'part_id',
      'serial',
      'asset_tag',
      'airflow',
      'cooling_method',
      'u_height',
      'width',
      'outer_width',
      'outer_height',
      'outer_depth',
      'outer_unit',
      'mounting_depth',
      'weight',
      'max_weight',
      'weight_unit',
    ],
  },
  {
    label: 'Addressing',
    fields: [
      'primary_ip',
      'primary_ip4',
      'primary_ip6',
      'oob_ip',
      'vrf',
      'mac_address',
      'primary_mac_address',
      'mac_addresses',
      'wwn',
      'l2vpn_termination',
    ],
  },
  {
    label: 'Switching',
    fields: ['mode', 'untagged_vlan', 'tagged_vlans', 'qinq_svlan', 'vlan_translation_policy'],
  },
  {
    label: 'Radio',
    fields: ['rf_role', 'rf_channel', 'rf_channel_frequency', 'rf_channel_width', 'tx_power', 'wireless_lans'],
  },
  { label: 'Power over Ethernet', fields: ['poe_mode', 'poe_type'] },
  { label: 'Virtual chassis', fields: ['virtual_chassis', 'vc_position', 'vc_priority'] },
  { label: 'Ownership', fields: ['tenant', 'owner'] },
];

/** The fewest fields that make a panel worth having. */
const least = 2;
const few = 9;

/** The model's fields in groups: one panel for few fields, else those of each topic apart. */
export function panelsOf(model: Model): PanelMeta[] {
  const fields = restFields(model).filter(isAttribute);
  const names = fields.map((field) => field.name).filter((name) => !isHalf(name, fields));
  if (names.length < few) return [{ label: model.label, fields: names }];
  const apart = topics
    .map((topic) => ({ ...topic, fields: topic.fields.filter((name) => names.includes(name)) }))
    .filter((topic) => topic.fields.length >= least);
  const taken = new Set(apart.flatMap((topic) => topic.fields));
  return [{ label: model.label, fields: names.filter((name) => !taken.has(name)) }, ...apart];
}

/** Half of a relation to any model: its type or id, where the object itself is shown. */
function isHalf(name: string, fields: readonly Field[]): boolean {
  const whole = /^(.+)_(?:type|id)$/.exec(name)?.[1];
  return whole !== undefined && fields.some((field) => field.name === whole);
}

function isAttribute(field: Field): boolean {
  return !elsewhere.has(viewOf(field)) && !inHeader.has(field.name) && !field.name.startsWith('_');
}
