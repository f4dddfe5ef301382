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
      'link_peers_type',
      'link_peers',
      'connected_endpoints_type',
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
  { label: 'Ownership', fields: ['tenant', 'owner'] },
];

/** The fewest fields that make a panel worth having. */
const least = 2;
const few = 9;

/** The model's fields in groups: one panel for few fields, else those of each topic apart. */
export function panelsOf(model: Model): PanelMeta[] {
  const names = restFields(model)
    .filter(isAttribute)
    .map((field) => field.name);
  if (names.length < few) return [{ label: model.label, fields: names }];
  const apart = topics
    .map(({ label, fields }) => ({ label, fields: fields.filter((name) => names.includes(name)) }))
    .filter(({ fields }) => fields.length >= least);
  const taken = new Set(apart.flatMap(({ fields }) => fields));
  return [{ label: model.label, fields: names.filter((name) => !taken.has(name)) }, ...apart];
}

function isAttribute(field: Field): boolean {
  return !elsewhere.has(viewOf(field)) && !inHeader.has(field.name) && !field.name.startsWith('_');
}
