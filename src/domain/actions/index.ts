import type { Action } from '#operations/action.ts';
import { availableAsns } from './available/available-asns.ts';
import { prefixAvailableIps, rangeAvailableIps } from './available/available-ips.ts';
import { availablePrefixes } from './available/available-prefixes.ts';
import { availableVlans } from './available/available-vlans.ts';
import { connectedDevice } from './connected-device.ts';
import { elevation } from './elevation/elevation.ts';
import { pathActions } from './paths/paths.ts';
import { traceActions } from './paths/trace.ts';

/** Every endpoint beside the lists and details that each model has. */
export const actions: readonly Action[] = [
  ...traceActions,
  ...pathActions,
  connectedDevice,
  elevation,
  prefixAvailableIps,
  rangeAvailableIps,
  availablePrefixes,
  availableVlans,
  availableAsns,
];
