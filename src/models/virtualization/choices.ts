import { choiceSet } from '#fields/choice-set.ts';

export const clusterStatus = choiceSet(
  'virtualization.ClusterStatusChoices',
  [
    ['planned', 'Planned', 'cyan'],
    ['staging', 'Staging', 'blue'],
    ['active', 'Active', 'green'],
    ['decommissioning', 'Decommissioning', 'yellow'],
    ['offline', 'Offline', 'red'],
  ],
  'Cluster.status',
);

export const virtualMachineStatus = choiceSet(
  'virtualization.VirtualMachineStatusChoices',
  [
    ['offline', 'Offline', 'gray'],
    ['active', 'Active', 'green'],
    ['planned', 'Planned', 'cyan'],
    ['staged', 'Staged', 'blue'],
    ['failed', 'Failed', 'red'],
    ['decommissioning', 'Decommissioning', 'yellow'],
    ['paused', 'Paused', 'orange'],
  ],
  'VirtualMachine.status',
);

export const virtualMachineStartOnBoot = choiceSet(
  'virtualization.VirtualMachineStartOnBootChoices',
  [
    ['on', 'On', 'green'],
    ['off', 'Off', 'gray'],
    ['laststate', 'Last State', 'cyan'],
  ],
  'VirtualMachine.start_on_boot',
);
