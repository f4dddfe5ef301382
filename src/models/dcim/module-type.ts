import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { counter } from '#fields/counter/counter.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { date } from '#fields/date/date.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { integer } from '#fields/integer/integer.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { weightUnit } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { behaviour, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { coolingMethod } from './choices/cooling.ts';
import { moduleAirflow } from './choices/modules.ts';

export const moduleType = model('dcim.moduletype', {
  features: [...standard, 'imageAttachments'],
  rest: 'dcim/module-types',
  className: 'ModuleType',
  description: 'A make and model of module, and the components that it brings.',
  ordering: ['profile', 'manufacturer', 'model'],
  display: '{model}',
  brief: 'profile manufacturer model description module_count',
  quickSearch: ['manufacturer.name', 'model', 'part_number', 'description', 'comments'],
  filters: {
    module_bay_type_id: related('module_bay_types'),
    module_bay_type: related('module_bay_types', { by: 'slug' }),
    console_ports: behaviour('consolePorts', 'boolean'),
    console_server_ports: behaviour('consoleServerPorts', 'boolean'),
    power_ports: behaviour('powerPorts', 'boolean'),
    power_outlets: behaviour('powerOutlets', 'boolean'),
    interfaces: behaviour('interfaces', 'boolean'),
    pass_through_ports: behaviour('passThroughPorts', 'boolean'),
    module_bays: behaviour('moduleBays', 'boolean'),
  },
  list: {
    columns:
      'pk id model profile manufacturer part_number airflow cooling_method weight end_of_life module_bay_types description attributes module_count comments tags created last_updated',
    default: 'pk model profile manufacturer part_number module_count',
  },
  form: {
    '': 'profile manufacturer model part_number module_bay_types',
    Chassis: 'airflow cooling_method weight weight_unit end_of_life',
  },
  constraints: [{ name: 'dcim_moduletype_unique_manufacturer_model', fields: ['manufacturer', 'model'] }],
  indexes: [{ name: 'dcim_module_profile_868277_idx', fields: ['profile', 'manufacturer', 'model'] }],
  fields: {
    profile: foreignKey('dcim.moduletypeprofile', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'module_types',
    }),
    manufacturer: foreignKey('dcim.manufacturer', { clone: true, onDelete: 'protect', relatedName: 'module_types' }),
    model: text({ search: 100, max: 100 }),
    part_number: text({ blank: true, search: 200, max: 50 }),
    airflow: choice(moduleAirflow, { null: true, blank: true, clone: true, filter: { kind: 'choice' } }),
    cooling_method: choice(coolingMethod, { null: true, blank: true, clone: true, filter: { kind: 'choice' } }),
    weight: decimal({ null: true, blank: true, clone: true, digits: 8, places: 2 }),
    weight_unit: choice(weightUnit, { null: true, blank: true, clone: true, filter: { kind: 'choice' } }),
    end_of_life: date({ null: true, blank: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    attributes: computed('attributes', 'any', { rest: { allowNull: true }, form: { widget: 'attributes' } }),
    module_bay_types: manyToMany('dcim.modulebaytype', { blank: true, relatedName: 'module_types' }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    module_count: counter('dcim.module', 'module_type'),
    console_port_template_count: counter('dcim.consoleporttemplate', 'module_type'),
    console_server_port_template_count: counter('dcim.consoleserverporttemplate', 'module_type'),
    power_port_template_count: counter('dcim.powerporttemplate', 'module_type'),
    power_outlet_template_count: counter('dcim.poweroutlettemplate', 'module_type'),
    cooling_intake_template_count: counter('dcim.coolingintaketemplate', 'module_type'),
    cooling_outflow_template_count: counter('dcim.coolingoutflowtemplate', 'module_type'),
    interface_template_count: counter('dcim.interfacetemplate', 'module_type'),
    front_port_template_count: counter('dcim.frontporttemplate', 'module_type'),
    rear_port_template_count: counter('dcim.rearporttemplate', 'module_type'),
    module_bay_template_count: counter('dcim.modulebaytemplate', 'module_type'),
    _abs_weight: integer({ null: true, blank: true, bits: 64, positive: true, rest: false, filter: false }),
    attribute_data: json({
      null: true,
      blank: true,
      label: 'Attributes',
      rest: false,
      filter: { prefix: 'attr_' },
    }),
  },
  graphql: {
    fields:
      'frontporttemplates consoleserverporttemplates interfacetemplates powerporttemplates poweroutlettemplates coolingintaketemplates coolingoutflowtemplates rearporttemplates instances consoleporttemplates -image_attachments',
    filters:
      'weight:FloatFilterLookup module_bay_type_id=module_bay_types:ID instances:ModuleFilter console_port_templates:ConsolePortTemplateFilter console_server_port_templates:ConsoleServerPortTemplateFilter power_port_templates:PowerPortTemplateFilter power_outlet_templates:PowerOutletTemplateFilter interface_templates:InterfaceTemplateFilter front_port_templates:FrontPortTemplateFilter rear_port_templates:RearPortTemplateFilter device_bay_templates=none:DeviceBayTemplateFilter module_bay_templates:ModuleBayTemplateFilter module_count:IntComparisonFilterLookup -console_port_template_count -console_server_port_template_count -power_port_template_count -power_outlet_template_count -cooling_intake_template_count -cooling_outflow_template_count -interface_template_count -front_port_template_count -rear_port_template_count -module_bay_template_count -attribute_data',
  },
});
