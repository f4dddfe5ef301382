import { choiceSet } from '#fields/choice-set.ts';

export const circuitStatus = choiceSet(
  'circuits.CircuitStatusChoices',
  [
    ['planned', 'Planned', 'cyan'],
    ['provisioning', 'Provisioning', 'blue'],
    ['active', 'Active', 'green'],
    ['offline', 'Offline', 'red'],
    ['deprovisioning', 'Deprovisioning', 'yellow'],
    ['decommissioned', 'Decommissioned', 'gray'],
  ],
  'Circuit.status',
);

export const circuitTerminationSide = choiceSet('circuits.CircuitTerminationSideChoices', [
  ['A', 'A'],
  ['Z', 'Z'],
]);

export const circuitPriority = choiceSet(
  'circuits.CircuitPriorityChoices',
  [
    ['primary', 'Primary'],
    ['secondary', 'Secondary'],
    ['tertiary', 'Tertiary'],
    ['inactive', 'Inactive'],
  ],
  'CircuitGroupAssignment.priority',
);

export const virtualCircuitTerminationRole = choiceSet('circuits.VirtualCircuitTerminationRoleChoices', [
  ['peer', 'Peer', 'green'],
  ['hub', 'Hub', 'blue'],
  ['spoke', 'Spoke', 'orange'],
]);
