import type { Rules } from '#operations/write/rules.ts';
import { cableRules } from '../cables/cable-rules.ts';
import { cableTerminationRules } from '../cables/cable-termination-rules.ts';
import { cabledObjectRules } from '../cables/cabled-object-rules.ts';
import { channelRules } from '../cables/channel-rules.ts';
import { circuitTerminationRules } from '../cables/circuit-termination-rules.ts';
import { mappedPortRules, portMappingRules } from '../cables/port-mappings/mapped-port-rules.ts';
import { wirelessLinkRules } from '../cables/wireless-link-rules.ts';
import { attachedRules } from '../circuits/attached-rules.ts';
import { distanceRules } from '../circuits/distance-rules.ts';
import { providerAccountRules } from '../circuits/provider-account-rules.ts';
import { virtualCircuitTerminationRules } from '../circuits/virtual-circuit-termination-rules.ts';
import { dcimRules } from '../dcim/dcim-rules.ts';
import { subscriberNotifications } from '../extras/subscriber-notifications.ts';
import { tagRestrictions } from '../extras/tag-restrictions.ts';
import { interfaceModeRules } from '../interfaces/interface-mode-rules.ts';
import { primaryMacRules } from '../interfaces/primary-mac-rules.ts';
import { taggedVlanRules } from '../interfaces/tagged-vlan-rules.ts';
import { addressRules } from '../ipam/address-rules.ts';
import { aggregateRules } from '../ipam/aggregate-rules.ts';
import { asnRangeRules } from '../ipam/asn-range-rules.ts';
import { prefixRules } from '../ipam/prefix-rules.ts';
import { rangeRules } from '../ipam/range-rules.ts';
import { serviceRules } from '../ipam/service-rules.ts';
import { vlanGroupRules } from '../ipam/vlan-group-rules.ts';
import { vlanRules } from '../ipam/vlan-rules.ts';
import { contactAssignmentRules } from '../tenancy/contact-assignment-rules.ts';
import { tenantGroupRules } from '../tenancy/tenant-group-rules.ts';
import { customValidation } from '../validators/custom-validation.ts';
import { clusterRules } from '../virtualization/cluster-rules.ts';
import { diskRules } from '../virtualization/disk-rules.ts';
import { machineRules } from '../virtualization/machine-rules.ts';
import { vmInterfaceRules } from '../virtualization/vm-interface-rules.ts';
import { ikePolicyRules } from '../vpn/ike-policy-rules.ts';
import { ipsecProposalRules } from '../vpn/ipsec-proposal-rules.ts';
import { l2vpnTerminationRules } from '../vpn/l2vpn-termination-rules.ts';
import { tunnelTerminationRules } from '../vpn/tunnel-termination-rules.ts';
import { allowedTypes, placeTypes } from './allowed-types.ts';
import { completePairs, completeScope } from './complete-pairs.ts';
import { customisationRules } from './customisation-rules.ts';
import { emptyUniqueTexts } from './empty-unique-texts.ts';
import { joinRules } from './join-rules.ts';
import { treeRules } from './tree-rules.ts';

/** By model; `*` for every model. */
const ownRules: Rules = Object.freeze({
  '*': [emptyUniqueTexts, completePairs, treeRules, tagRestrictions, customValidation, subscriberNotifications],
  'circuits.circuit': [distanceRules, providerAccountRules('provider')],
  'circuits.circuitgroupassignment': [allowedTypes('member_type', ['circuits.circuit', 'circuits.virtualcircuit'])],
  'circuits.circuittermination': [
    allowedTypes('termination_type', [...placeTypes, 'circuits.providernetwork']),
    completeScope,
    attachedRules,
    cabledObjectRules,
    circuitTerminationRules,
  ],
  'circuits.virtualcircuit': [providerAccountRules('provider_network')],
  'circuits.virtualcircuittermination': [virtualCircuitTerminationRules],
  'dcim.cable': [cableRules],
  'dcim.cabletermination': [cableTerminationRules],
  'dcim.consoleport': [cabledObjectRules],
  'dcim.consoleserverport': [cabledObjectRules],
  'dcim.frontport': [cabledObjectRules, mappedPortRules('dcim.frontport')],
  'dcim.frontporttemplate': [mappedPortRules('dcim.frontporttemplate')],
  'dcim.interface': [cabledObjectRules, channelRules],
  'dcim.portmapping': [portMappingRules],
  'dcim.powerfeed': [cabledObjectRules],
  'dcim.poweroutlet': [cabledObjectRules],
  'dcim.powerport': [cabledObjectRules],
  'dcim.rearport': [cabledObjectRules, mappedPortRules('dcim.rearport')],
  'dcim.rearporttemplate': [mappedPortRules('dcim.rearporttemplate')],
  'ipam.aggregate': [aggregateRules],
  'ipam.asnrange': [asnRangeRules],
  'ipam.ipaddress': [
    allowedTypes('assigned_object_type', ['dcim.interface', 'ipam.fhrpgroup', 'virtualization.vminterface']),
    addressRules,
  ],
  'ipam.iprange': [rangeRules],
  'ipam.prefix': [allowedTypes('scope_type', placeTypes), completeScope, prefixRules],
  'ipam.service': [
    allowedTypes('parent_object_type', ['dcim.device', 'ipam.fhrpgroup', 'virtualization.virtualmachine']),
    serviceRules,
  ],
  'ipam.servicetemplate': [serviceRules],
  'ipam.vlan': [vlanRules],
  'ipam.vlangroup': [
    allowedTypes('scope_type', [
      ...placeTypes,
      'dcim.rackgroup',
      'dcim.rack',
      'virtualization.clustergroup',
      'virtualization.cluster',
    ]),
    completeScope,
    vlanGroupRules,
  ],
  'tenancy.contactassignment': [contactAssignmentRules],
  'tenancy.tenantgroup': [tenantGroupRules],
  'virtualization.cluster': [allowedTypes('scope_type', placeTypes), completeScope, clusterRules],
  'virtualization.virtualdisk': [diskRules],
  'virtualization.virtualmachine': [machineRules],
  'virtualization.vminterface': [
    interfaceModeRules,
    primaryMacRules,
    taggedVlanRules('virtual_machine'),
    vmInterfaceRules,
  ],
  'vpn.ikepolicy': [ikePolicyRules],
  'vpn.ipsecproposal': [ipsecProposalRules],
  'vpn.l2vpntermination': [l2vpnTerminationRules],
  'vpn.tunneltermination': [tunnelTerminationRules],
  'wireless.wirelesslan': [allowedTypes('scope_type', placeTypes), completeScope],
  'wireless.wirelesslink': [wirelessLinkRules],
});

/** What models do on writing beyond what they declare, by model; `*` for every model. */
export const rules: Rules = joinRules(ownRules, customisationRules, dcimRules);
