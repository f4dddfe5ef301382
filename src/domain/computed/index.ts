import type { Computed } from '#operations/read/shapes.ts';
import { tokenSecret } from '../users/token-secret.ts';
import { actionIsAvailable } from './action-is-available.ts';
import { allocatedDisk, allocatedMemory, allocatedVcpus } from './allocated.ts';
import { aTerminations, bTerminations } from './cable-terminations.ts';
import { changedData } from './changed-data.ts';
import { choicesCount } from './choices-count.ts';
import { configContext } from './config-context.ts';
import { connectedEndpoints, connectedEndpointsReachable, connectedEndpointsType } from './connected-endpoints.ts';
import { constant } from './constant.ts';
import { dataType } from './data-type.ts';
import { depth } from './depth.ts';
import { family, familyPlain } from './family.ts';
import { isBayCompatible } from './is-bay-compatible.ts';
import { isPrimary } from './is-primary.ts';
import { linkPeers, linkPeersType } from './link-peers.ts';
import { macAddress } from './mac-address.ts';
import { isModuleCompatible, moduleBayOccupied } from './module-bays.ts';
import {
  appNameOfType,
  isPluginModel,
  modelDescription,
  modelName,
  modelNamePlural,
  restApiEndpoint,
} from './object-type.ts';
import { deviceBayOccupied, occupied } from './occupied.ts';
import { parentDevice } from './parent-device.ts';
import { frontPorts, rearPorts } from './port-mappings.ts';
import { primaryIp } from './primary-ip.ts';
import { scriptResult } from './script-result.ts';
import { ports, protocol } from './services.ts';
import { stored } from './stored.ts';
import { taggedObject, taggedObjectType } from './tagged-object.ts';
import { unitCount } from './unit-count.ts';
import { utilization } from './utilization.ts';

/** Computed fields' behaviours, by the names that models use. */
export const computedBehaviours: Readonly<Record<string, Computed>> = Object.freeze({
  // Addresses
  children: stored('_children'),
  family,
  familyPlain,
  ports,
  primaryIp,
  protocol,
  utilization,

  // Devices and their components
  attributes: stored('attribute_data'),
  deviceBayOccupied,
  frontPorts,
  isBayCompatible,
  isModuleCompatible,
  isPrimary,
  macAddress,
  moduleBayOccupied,
  occupied,
  parentDevice,
  rearPorts,
  unitCount,

  // Cables
  aTerminations,
  bTerminations,
  connectedEndpoints,
  connectedEndpointsReachable,
  connectedEndpointsType,
  linkPeers,
  linkPeersType,

  // Virtualization
  allocatedDisk,
  allocatedMemory,
  allocatedVcpus,

  // Trees
  depth,

  // Customization
  actionIsAvailable,
  changedData,
  choicesCount,
  configContext,
  dataType,
  taggedObject,
  taggedObjectType,

  // Scripts are Python, which does not run here: nothing is known of them but their jobs.
  scriptDescription: constant('null'),
  scriptResult,
  scriptVariables: constant('{}'),

  // Object types
  appName: appNameOfType,
  isPluginModel,
  modelDescription,
  modelName,
  modelNamePlural,
  restApiEndpoint,

  // A token is told once, in the answer that creates it.
  token: tokenSecret,
});
