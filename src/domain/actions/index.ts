import type { Action } from '#operations/action.ts';
import { customisationActions } from '../extras/customisation-actions.ts';
import { availableAsns } from './available/available-asns.ts';
import { prefixAvailableIps, rangeAvailableIps } from './available/available-ips.ts';
import { availablePrefixes } from './available/available-prefixes.ts';
import { availableVlans } from './available/available-vlans.ts';
import { choiceSetChoices } from './choices.ts';
import { connectedDevice } from './connected-device.ts';
import { backgroundQueues } from './core/background-queues.ts';
import { backgroundTasks } from './core/background-tasks.ts';
import { backgroundWorkers } from './core/background-workers.ts';
import { dashboard } from './dashboard.ts';
import { elevation } from './elevation/elevation.ts';
import { pathActions } from './paths/paths.ts';
import { traceActions } from './paths/trace.ts';
import { addressTargets } from './prometheus/addresses.ts';
import { deviceTargets, virtualMachineTargets } from './prometheus/hosts.ts';
import { serviceTargets } from './prometheus/services.ts';
import { rootActions } from './roots/api-root.ts';
import { installedPlugins } from './roots/installed-plugins.ts';
import { status } from './roots/status.ts';

/** Every endpoint beside the lists and details that each model has. */
export const actions: readonly Action[] = [
  ...rootActions,
  status,
  installedPlugins,
  ...traceActions,
  ...pathActions,
  connectedDevice,
  elevation,
  choiceSetChoices,
  prefixAvailableIps,
  rangeAvailableIps,
  availablePrefixes,
  availableVlans,
  availableAsns,
  dashboard,
  ...backgroundQueues,
  ...backgroundTasks,
  ...backgroundWorkers,
  deviceTargets,
  virtualMachineTargets,
  serviceTargets,
  addressTargets,
  ...customisationActions,
];
