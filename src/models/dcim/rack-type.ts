import { boolean } from '#fields/boolean/boolean.ts';
import { choice, numberChoice } from '#fields/choice/choice.ts';
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
import { weightUnit } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';
import { rackCoolingCapability } from './choices/cooling.ts';
import { rackDimensionUnit, rackFormFactor, rackWidth } from './choices/racks.ts';

export const rackType = model('dcim.racktype', {
  features: [...standard, 'imageAttachments'],
  rest: 'dcim/rack-types',
  className: 'RackType',
  description: 'A make and model of rack: its form, height, width and what it bears.',
  ordering: ['manufacturer', 'model'],
  display: '{model}',
  brief: 'manufacturer model slug description rack_count',
  quickSearch: ['model', 'description', 'comments'],
  list: {
    columns:
      'pk id model manufacturer form_factor u_height starting_unit width outer_width outer_height outer_depth mounting_depth weight max_weight cooling_capability cooling_capacity description comments rack_count tags created last_updated',
    default: 'pk model manufacturer type u_height description rack_count',
  },
  constraints: [
    { name: 'dcim_racktype_unique_manufacturer_model', fields: ['manufacturer', 'model'] },
    { name: 'dcim_racktype_unique_manufacturer_slug', fields: ['manufacturer', 'slug'] },
  ],
  fields: {
    manufacturer: foreignKey('dcim.manufacturer', { clone: true, onDelete: 'protect', relatedName: 'rack_types' }),
    model: text({ search: 100, max: 100 }),
    slug: slug({ unique: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    form_factor: choice(rackFormFactor, { clone: true }),
    width: numberChoice(rackWidth, {
      default: 19,
      clone: true,
      bits: 16,
      positive: true,
      filter: { lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'] },
    }),
    u_height: integer({
      default: 42,
      label: 'Height (U)',
      clone: true,
      bits: 16,
      positive: true,
      minimum: 1,
      maximum: 100,
    }),
    starting_unit: integer({ default: 1, bits: 16, positive: true, minimum: 1 }),
    desc_units: boolean({ default: false, label: 'Descending units', clone: true }),
    outer_width: integer({ null: true, blank: true, clone: true, bits: 16, positive: true }),
    outer_height: integer({ null: true, blank: true, clone: true, bits: 16, positive: true }),
    outer_depth: integer({ null: true, blank: true, clone: true, bits: 16, positive: true }),
    outer_unit: choice(rackDimensionUnit, { null: true, blank: true, clone: true, filter: { kind: 'choice' } }),
    weight: decimal({ null: true, blank: true, clone: true, digits: 8, places: 2 }),
    max_weight: integer({ null: true, blank: true, clone: true, positive: true }),
    weight_unit: choice(weightUnit, { null: true, blank: true, clone: true, filter: { kind: 'choice' } }),
    mounting_depth: integer({ null: true, blank: true, clone: true, bits: 16, positive: true }),
    cooling_capability: choice(rackCoolingCapability, { null: true, blank: true, clone: true }),
    cooling_capacity: decimal({ null: true, blank: true, clone: true, digits: 10, places: 2, minimum: 0 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    rack_count: counter('dcim.rack', 'rack_type'),
    _abs_weight: integer({ null: true, blank: true, bits: 64, positive: true, rest: false, filter: false }),
    _abs_max_weight: integer({ null: true, blank: true, bits: 64, positive: true, rest: false, filter: false }),
  },
  graphql: { filters: 'weight:FloatFilterLookup racks:RackFilter rack_count:IntComparisonFilterLookup' },
});
