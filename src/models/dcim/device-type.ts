import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { counter } from '#fields/counter/counter.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { date } from '#fields/date/date.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { image } from '#fields/image/image.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { weightUnit } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { behaviour } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { coolingMethod } from './choices/cooling.ts';
import { deviceAirflow, subdeviceRole } from './choices/devices.ts';

export const deviceType = model('dcim.devicetype', {
  features: [...standard, 'imageAttachments'],
  rest: 'dcim/device-types',
  className: 'DeviceType',
  description: 'A make and model of device: its height, its images, the components that each one has.',
  ordering: ['manufacturer', 'model'],
  display: '{model}',
  brief: 'manufacturer model slug description device_count',
  quickSearch: ['manufacturer.name', 'model', 'part_number', 'description', 'comments'],
  filters: {
    has_front_image: behaviour('hasFrontImage', 'boolean'),
    has_rear_image: behaviour('hasRearImage', 'boolean'),
    console_ports: behaviour('consolePorts', 'boolean'),
    console_server_ports: behaviour('consoleServerPorts', 'boolean'),
    power_ports: behaviour('powerPorts', 'boolean'),
    power_outlets: behaviour('powerOutlets', 'boolean'),
    interfaces: behaviour('interfaces', 'boolean'),
    pass_through_ports: behaviour('passThroughPorts', 'boolean'),
    module_bays: behaviour('moduleBays', 'boolean'),
    device_bays: behaviour('deviceBays', 'boolean'),
    inventory_items: behaviour('inventoryItems', 'boolean'),
  },
  list: {
    columns:
      'pk id model manufacturer default_platform slug part_number u_height exclude_from_utilization is_full_depth subdevice_role airflow cooling_method weight end_of_life description comments device_count tags created last_updated',
    default: 'pk model manufacturer part_number u_height is_full_depth device_count',
  },
  form: {
    '': 'manufacturer model slug default_platform part_number',
    Chassis: 'u_height is_full_depth exclude_from_utilization subdevice_role weight weight_unit',
    Cooling: 'cooling_method airflow',
    Lifecycle: 'end_of_life',
    Pictures: 'front_image rear_image',
  },
  constraints: [
    { name: 'dcim_devicetype_unique_manufacturer_model', fields: ['manufacturer', 'model'] },
    { name: 'dcim_devicetype_unique_manufacturer_slug', fields: ['manufacturer', 'slug'] },
  ],
  fields: {
    manufacturer: foreignKey('dcim.manufacturer', { clone: true, onDelete: 'protect', relatedName: 'device_types' }),
    default_platform: foreignKey('dcim.platform', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      form: { pick: { manufacturer_id: 'manufacturer?' } },
      silent: true,
    }),
    model: text({ search: 100, max: 100 }),
    slug: slug({ index: true }),
    part_number: text({ blank: true, search: 200, max: 50 }),
    u_height: decimal({
      default: 1.0,
      label: 'Height (U)',
      clone: true,
      digits: 4,
      places: 1,
      minimum: 0,
      rest: { absent: '1.0' },
    }),
    exclude_from_utilization: boolean({ default: false }),
    is_full_depth: boolean({ default: true, clone: true }),
    subdevice_role: choice(subdeviceRole, {
      null: true,
      blank: true,
      label: 'Parent/child status',
      clone: true,
      filter: { kind: 'choice' },
    }),
    airflow: choice(deviceAirflow, { null: true, blank: true, clone: true, filter: { kind: 'choice' } }),
    cooling_method: choice(coolingMethod, { null: true, blank: true, clone: true, filter: { kind: 'choice' } }),
    weight: decimal({ null: true, blank: true, clone: true, digits: 8, places: 2 }),
    weight_unit: choice(weightUnit, { null: true, blank: true, clone: true, filter: { kind: 'choice' } }),
    end_of_life: date({ null: true, blank: true }),
    front_image: image({ blank: true, rest: { allowNull: true } }),
    rear_image: image({ blank: true, rest: { allowNull: true } }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    device_count: counter('dcim.device', 'device_type'),
    console_port_template_count: counter('dcim.consoleporttemplate', 'device_type'),
    console_server_port_template_count: counter('dcim.consoleserverporttemplate', 'device_type'),
    power_port_template_count: counter('dcim.powerporttemplate', 'device_type'),
    power_outlet_template_count: counter('dcim.poweroutlettemplate', 'device_type'),
    cooling_intake_template_count: counter('dcim.coolingintaketemplate', 'device_type'),
    cooling_outflow_template_count: counter('dcim.coolingoutflowtemplate', 'device_type'),
    interface_template_count: counter('dcim.interfacetemplate', 'device_type'),
    front_port_template_count: counter('dcim.frontporttemplate', 'device_type'),
    rear_port_template_count: counter('dcim.rearporttemplate', 'device_type'),
    device_bay_template_count: counter('dcim.devicebaytemplate', 'device_type'),
    module_bay_template_count: counter('dcim.modulebaytemplate', 'device_type'),
    inventory_item_template_count: counter('dcim.inventoryitemtemplate', 'device_type'),
    _abs_weight: integer({ null: true, blank: true, bits: 64, positive: true, rest: false, filter: false }),
  },
  graphql: {
    fields:
      'front_image? rear_image? frontporttemplates modulebaytemplates instances poweroutlettemplates powerporttemplates coolingoutflowtemplates coolingintaketemplates inventoryitemtemplates rearporttemplates consoleserverporttemplates interfacetemplates devicebaytemplates consoleporttemplates -image_attachments',
    filters:
      'weight:FloatFilterLookup instances:DeviceFilter front_image=none:ImageAttachmentFilter rear_image=none:ImageAttachmentFilter console_port_templates:ConsolePortTemplateFilter console_server_port_templates:ConsoleServerPortTemplateFilter power_port_templates:PowerPortTemplateFilter power_outlet_templates:PowerOutletTemplateFilter interface_templates:InterfaceTemplateFilter front_port_templates:FrontPortTemplateFilter rear_port_templates:RearPortTemplateFilter device_bay_templates:DeviceBayTemplateFilter module_bay_templates:ModuleBayTemplateFilter inventory_item_templates:InventoryItemTemplateFilter device_count:IntComparisonFilterLookup -cooling_intake_template_count -cooling_outflow_template_count',
  },
});
