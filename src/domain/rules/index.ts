import type { Rules } from '#operations/write/rules.ts';
import { cableRules } from '../cables/cable-rules.ts';
import { cableTerminationRules } from '../cables/cable-termination-rules.ts';
import { cabledObjectRules } from '../cables/cabled-object-rules.ts';
import { circuitTerminationRules } from '../cables/circuit-termination-rules.ts';
import { mappedPortRules, portMappingRules } from '../cables/port-mappings/mapped-port-rules.ts';
import { wirelessLinkRules } from '../cables/wireless-link-rules.ts';

/** What models do on writing beyond what they declare, by model; `*` for every model. */
export const rules: Rules = Object.freeze({
  'circuits.circuittermination': [cabledObjectRules, circuitTerminationRules],
  'dcim.cable': [cableRules],
  'dcim.cabletermination': [cableTerminationRules],
  'dcim.consoleport': [cabledObjectRules],
  'dcim.consoleserverport': [cabledObjectRules],
  'dcim.frontport': [cabledObjectRules, mappedPortRules('dcim.frontport')],
  'dcim.frontporttemplate': [mappedPortRules('dcim.frontporttemplate')],
  'dcim.interface': [cabledObjectRules],
  'dcim.portmapping': [portMappingRules],
  'dcim.powerfeed': [cabledObjectRules],
  'dcim.poweroutlet': [cabledObjectRules],
  'dcim.powerport': [cabledObjectRules],
  'dcim.rearport': [cabledObjectRules, mappedPortRules('dcim.rearport')],
  'dcim.rearporttemplate': [mappedPortRules('dcim.rearporttemplate')],
  'wireless.wirelesslink': [wirelessLinkRules],
});
