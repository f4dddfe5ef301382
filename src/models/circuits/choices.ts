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

export const circuitCommitRate = choiceSet(
  'circuits.CircuitCommitRateChoices',
  [
    [10000, '10 Mbps'],
    [100000, '100 Mbps'],
    [1000000, '1 Gbps'],
    [10000000, '10 Gbps'],
    [25000000, '25 Gbps'],
    [40000000, '40 Gbps'],
    [100000000, '100 Gbps'],
    [200000000, '200 Gbps'],
    [400000000, '400 Gbps'],
    [1544, 'T1 (1.544 Mbps)'],
    [2048, 'E1 (2.048 Mbps)'],
  ],
  'Circuit.commit_rate',
);

export const circuitTerminationSide = choiceSet('circuits.CircuitTerminationSideChoices', [
  ['A', 'A'],
  ['Z', 'Z'],
]);

export const circuitTerminationPortSpeed = choiceSet(
  'circuits.CircuitTerminationPortSpeedChoices',
  [
    [10000, '10 Mbps'],
    [100000, '100 Mbps'],
    [1000000, '1 Gbps'],
    [10000000, '10 Gbps'],
    [25000000, '25 Gbps'],
    [40000000, '40 Gbps'],
    [100000000, '100 Gbps'],
    [200000000, '200 Gbps'],
    [400000000, '400 Gbps'],
    [1544, 'T1 (1.544 Mbps)'],
    [2048, 'E1 (2.048 Mbps)'],
  ],
  'CircuitTermination.port_speed',
);

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
