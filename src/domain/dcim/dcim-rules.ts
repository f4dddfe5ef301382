import type { ModelRules, Rules } from '#operations/write/rules.ts';
import { interfaceModeRules } from '../interfaces/interface-mode-rules.ts';
import { primaryMacRules } from '../interfaces/primary-mac-rules.ts';
import { taggedVlanRules } from '../interfaces/tagged-vlan-rules.ts';
import { allowedTypes } from '../rules/allowed-types.ts';
import { deviceBayRules, deviceBayTemplateRules, moduleBayRules } from './bay-rules.ts';
import { channelNameRules } from './channel-name-rules.ts';
import { componentRules, modularTemplateRules, templateRules } from './component-rules.ts';
import { coolingLoopRules } from './cooling-loop-rules.ts';
import { defaultHeightRules } from './default-height-rules.ts';
import { deviceComponents } from './device-components.ts';
import { deviceContextRules } from './device-context-rules.ts';
import { deviceRules } from './device-rules.ts';
import { deviceTypeRules } from './device-type-rules.ts';
import { interfaceKindRules } from './interface-kind-rules.ts';
import { interfaceRules } from './interface-rules.ts';
import { inventoryItemRules } from './inventory-item-rules.ts';
import { locationRules } from './location-rules.ts';
import { loggedChannelRules } from './logged-channel-rules.ts';
import { macAddressRules } from './mac-address-rules.ts';
import { measureRules } from './measure-rules.ts';
import { moduleRules } from './module-rules.ts';
import { moduleTypeProfileRules, moduleTypeRules } from './module-type-rules.ts';
import { powerDrawRules, sourceOfDevice, templatesOfType } from './own-kind-rules.ts';
import { powerFeedRules } from './power-feed-rules.ts';
import { outerDimensionRules, rackRules, rackTypeRules } from './rack-rules.ts';
import { reservationRules } from './reservation-rules.ts';
import { locationOfSite, rackOfSource } from './same-site-rules.ts';
import { virtualChassisRules } from './virtual-chassis-rules.ts';
import { vlanModeRules } from './vlan-mode-rules.ts';

/** Components that can be part of a module. */
const modular = [
  'consoleport',
  'consoleserverport',
  'coolingintake',
  'coolingoutflow',
  'frontport',
  'interface',
  'poweroutlet',
  'powerport',
  'rearport',
] as const;

const template = [templateRules, modularTemplateRules];

/** What models of the data center do on writing; cables and port mappings aside. */
export const dcimRules: Rules = Object.freeze({
  'dcim.consoleport': [componentRules],
  'dcim.consoleporttemplate': template,
  'dcim.consoleserverport': [componentRules],
  'dcim.consoleserverporttemplate': template,
  'dcim.coolingfeed': [measureRules('max_flow'), rackOfSource('cooling_source', 'cooling source')],
  'dcim.coolingintake': [componentRules, measureRules('diameter', 'max_flow'), coolingLoopRules('cooling_outflow')],
  'dcim.coolingintaketemplate': [...template, measureRules('diameter', 'max_flow')],
  'dcim.coolingoutflow': [
    componentRules,
    measureRules('diameter'),
    sourceOfDevice('cooling_intake'),
    coolingLoopRules('cooling_intake'),
  ],
  'dcim.coolingoutflowtemplate': [
    ...template,
    measureRules('diameter'),
    templatesOfType(['cooling_intake'], { ofField: false }),
  ],
  'dcim.coolingsource': [locationOfSite('location')],
  'dcim.device': [deviceRules, deviceComponents],
  'dcim.devicebay': [componentRules, deviceBayRules],
  'dcim.devicebaytemplate': [deviceBayTemplateRules],
  'dcim.devicetype': [deviceTypeRules, measureRules('weight'), defaultHeightRules],
  'dcim.frontport': [componentRules],
  'dcim.frontporttemplate': template,
  'dcim.interface': [
    vlanModeRules,
    taggedVlanRules('device'),
    componentRules,
    interfaceModeRules,
    primaryMacRules,
    interfaceKindRules,
    interfaceRules,
    loggedChannelRules,
    channelNameRules,
  ],
  'dcim.interfacetemplate': [
    ...template,
    interfaceKindRules,
    templatesOfType(['parent', 'bridge'], { ofField: true }),
    channelNameRules,
  ],
  'dcim.inventoryitem': [
    allowedTypes(
      'component_type',
      modular.map((name) => `dcim.${name}`),
    ),
    inventoryItemRules,
  ],
  'dcim.inventoryitemtemplate': [
    allowedTypes(
      'component_type',
      modular.map((name) => `dcim.${name}template`),
    ),
    templateRules,
  ],
  'dcim.location': [locationOfSite('parent'), locationRules],
  'dcim.macaddress': [
    allowedTypes('assigned_object_type', ['dcim.interface', 'virtualization.vminterface']),
    macAddressRules,
  ],
  'dcim.module': [moduleRules],
  'dcim.modulebay': [componentRules, moduleBayRules],
  'dcim.modulebaytemplate': template,
  'dcim.moduletype': [measureRules('weight'), moduleTypeRules],
  'dcim.moduletypeprofile': [moduleTypeProfileRules],
  'dcim.powerfeed': [rackOfSource('power_panel', 'power panel'), powerFeedRules],
  'dcim.poweroutlet': [componentRules, sourceOfDevice('power_port')],
  'dcim.poweroutlettemplate': [...template, templatesOfType(['power_port'], { ofField: false })],
  'dcim.powerpanel': [locationOfSite('location')],
  'dcim.powerport': [componentRules, powerDrawRules],
  'dcim.powerporttemplate': [...template, powerDrawRules],
  'dcim.rack': [rackRules, outerDimensionRules, measureRules('weight', 'max_weight')],
  'dcim.rackreservation': [reservationRules],
  'dcim.racktype': [outerDimensionRules, measureRules('weight', 'max_weight'), rackTypeRules],
  'dcim.rearport': [componentRules],
  'dcim.rearporttemplate': template,
  'dcim.virtualchassis': [virtualChassisRules],
  'dcim.virtualdevicecontext': [deviceContextRules],
} satisfies Record<string, readonly ModelRules[]>);
