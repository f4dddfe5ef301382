import type { ImportRules } from '#operations/import/import-rule.ts';
import { cableSides } from './cable-sides.ts';
import { deviceBays } from './device-bays.ts';
import { frontPortMappings } from './front-port-mappings.ts';
import { moduleComponents } from './module-components.ts';
import { namedByOwner } from './named-by-owner.ts';
import { primaryAddresses } from './primary-addresses.ts';
import { primaryMacs } from './primary-macs.ts';
import { profileAttributes } from './profile-attributes.ts';

/** What imports take beyond the fields of their models. */
export const importRules: ImportRules = {
  'dcim.cable': cableSides,
  'dcim.device': deviceBays,
  'dcim.frontport': frontPortMappings,
  'dcim.frontporttemplate': frontPortMappings,
  'dcim.macaddress': primaryMacs,
  'dcim.module': moduleComponents,
  'dcim.moduletype': profileAttributes,
  'extras.eventrule': namedByOwner({
    column: 'action_object',
    hint: 'The name of the webhook, the notification group or the script',
    modelOf: ({ input }) =>
      ({ webhook: 'extras.webhook', notification: 'extras.notificationgroup', script: 'extras.script' })[
        String(input.action_type)
      ],
    type: 'action_object_type',
    id: 'action_object_id',
    otherwise: 'What it is must stand in action_type.',
  }),
  'ipam.ipaddress': primaryAddresses,
  'ipam.service': namedByOwner({
    column: 'parent',
    hint: 'The name of the device, machine or group that it runs on',
    modelOf: ({ input }) => String(input.parent_object_type),
    type: 'parent_object_type',
    id: 'parent_object_id',
    otherwise: 'What it is must stand in parent_object_type.',
  }),
  'virtualization.cluster': namedByOwner({
    column: 'site',
    hint: 'The name of the site that it is in, instead of a scope',
    modelOf: () => 'dcim.site',
    type: 'scope_type',
    id: 'scope_id',
    otherwise: '',
  }),
  'vpn.tunneltermination': namedByOwner({
    column: 'termination',
    hint: 'The name of the interface, of the device or machine that the row tells',
    modelOf: ({ keys }) =>
      keys.has('device') ? 'dcim.interface' : keys.has('virtual_machine') ? 'virtualization.vminterface' : undefined,
    type: 'termination_type',
    id: 'termination_id',
    otherwise: 'Whose it is must stand in device or virtual_machine.',
  }),
};
