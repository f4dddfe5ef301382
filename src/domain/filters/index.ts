import type { Behaviours } from '#query/filters/behaviour.ts';
import { addresses } from './addresses.ts';
import { cables } from './cables.ts';
import { changeLog } from './change-log.ts';
import { circuitGroups } from './circuit-groups.ts';
import { components } from './components.ts';
import { customization } from './customization.ts';
import { deviceInterfaces } from './device-interfaces.ts';
import { interfaceKinds } from './interface-kinds.ts';
import { l2vpnPlaces } from './l2vpn-places.ts';
import { platforms } from './platforms.ts';
import { presence } from './presence.ts';
import { servicePorts } from './service-ports.ts';
import { vlanScopes } from './vlan-scopes.ts';

/** Every filter behaviour by the name under which models declare it. */
export const filterBehaviours: Behaviours = Object.freeze({
  ...addresses,
  ...cables,
  ...changeLog,
  ...circuitGroups,
  ...components,
  ...customization,
  ...deviceInterfaces,
  ...interfaceKinds,
  ...l2vpnPlaces,
  ...platforms,
  ...presence,
  ...servicePorts,
  ...vlanScopes,
});
