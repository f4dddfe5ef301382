import { type Body, type DemoNetwork, numbers } from './network.ts';
import {
  accessPoints,
  buildings,
  computeRack,
  computeRacks,
  floors,
  networkRack,
  type SitePlan,
  servers,
  sites,
} from './plan.ts';

type End = readonly [kind: string, name: string];

const face = (name: string): End => ['interface', name];
const front = (name: string): End => ['frontport', name];
const rear = (name: string): End => ['rearport', name];

/** Cables of data: servers through panels to leaves, floors through panels to the core, consoles, management. */
export async function addCabling(net: DemoNetwork): Promise<void> {
  const cables: Body[] = [];
  const cable = (a: End, b: End, more: Body) =>
    cables.push({ a_terminations: [net.end(...a)], b_terminations: [net.end(...b)], status: 'connected', ...more });
  for (const site of sites.slice(1)) cableDataCentre(site, cable);
  cableCampus(cable);
  await net.add('dcim.cable', cables);
}

type AddCable = (a: End, b: End, more: Body) => void;

const fibre = { type: 'smf-os2', color: 'ffeb3b', length: 3, length_unit: 'm' };
const trunk = { type: 'smf-os2', color: 'ff9800', length: 40, length_unit: 'm' };
const patch = { type: 'cat6a', color: '2196f3', length: 2, length_unit: 'm' };

function cableDataCentre(site: SitePlan, cable: AddCable): void {
  const { code } = site;
  for (const number of numbers(computeRacks)) {
    const rack = computeRack(site, number);
    const side = number <= computeRacks / 2 ? 1 : 2;
    const place = (number - 1) % (computeRacks / 2);
    const far = `${networkRack(site, side)}-panel-${place + 1}`;
    // ---- From panel to panel
    for (const n of [1, 2])
      cable(rear(`${rack}-panel trunk ${n}`), rear(`${far} trunk ${n}`), { ...trunk, label: `${rack} T${n}` });
    // ---- Servers: the first trunk leads to one leaf, the second to the other
    for (const n of numbers(servers)) {
      for (const port of [0, 1]) {
        const fibreNumber = port * 12 + n;
        cable(face(`${rack}-srv-${n} eth${port}`), front(`${rack}-panel ${fibreNumber}`), fibre);
        const leaf = `${code}-leaf-${(side - 1) * 2 + port + 1}`;
        cable(front(`${far} ${fibreNumber}`), face(`${leaf} et${place * servers + n}`), fibre);
      }
      cable(face(`${rack}-srv-${n} bmc`), face(`${rack}-msw ge${n}`), patch);
    }
    cable(face(`${rack}-msw xe1`), face(`${code}-leaf-${(side - 1) * 2 + 1} et${40 + place}`), fibre);
  }
  // ---- Leaves, spines, routers, firewalls
  for (const leaf of numbers(4))
    for (const spine of [1, 2])
      cable(face(`${code}-leaf-${leaf} fab${spine}`), face(`${code}-spine-${spine} fab${leaf}`), fibre);
  cableEdge(code, cable);
  for (const side of [1, 2]) {
    for (const [line, device] of [
      `leaf-${side * 2 - 1}`,
      `leaf-${side * 2}`,
      `spine-${side}`,
      `rtr-${side}`,
      `fw-${side}`,
    ].entries())
      cable(
        ['consoleport', `${code}-${device} console`],
        ['consoleserverport', `${code}-con-${side} line${line + 1}`],
        {
          ...patch,
          color: '795548',
        },
      );
  }
}

/** Two routers and two firewalls, each at both spines. */
function cableEdge(code: string, cable: AddCable): void {
  for (const n of [1, 2])
    for (const spine of [1, 2])
      cable(face(`${code}-rtr-${n} hu${spine}`), face(`${code}-spine-${spine} fab${28 + n}`), fibre);
  for (const n of [1, 2]) cable(face(`${code}-fw-${n} xe1`), face(`${code}-rtr-${n} xe1`), fibre);
  cable(face(`${code}-rtr-1 hu7`), face(`${code}-rtr-2 hu7`), fibre);
  cable(face(`${code}-fw-1 xe8`), face(`${code}-fw-2 xe8`), fibre);
}

function cableCampus(cable: AddCable): void {
  for (const [index, building] of buildings.entries()) {
    const number = index + 1;
    for (const n of [1, 2])
      cable(rear(`lin-${number}-fibre trunk ${n}`), rear(`lin-core-panel-${number} trunk ${n}`), {
        ...trunk,
        length: 180 + index * 40,
        label: `${building} ${n}`,
      });
    for (const floor of numbers(floors)) {
      const code = `lin-${number}-${floor}`;
      for (const n of [1, 2]) {
        const fibreNumber = (n - 1) * 12 + floor;
        cable(face(`${code}-asw xe${n}`), front(`lin-${number}-fibre ${fibreNumber}`), fibre);
        cable(
          front(`lin-core-panel-${number} ${fibreNumber}`),
          face(`lin-spine-${n} fab${index * floors + floor}`),
          fibre,
        );
      }
      for (const n of numbers(accessPoints)) {
        cable(face(`${code}-ap-${n} eth0`), rear(`${code}-panel socket ${n}`), {
          ...patch,
          color: '9e9e9e',
          length: 25,
        });
        cable(front(`${code}-panel ${n}`), face(`${code}-asw ge${n}`), patch);
      }
    }
  }
  cableEdge('lin', cable);
  cable(face('lin-bridge-1 eth0'), face('lin-1-3-asw ge48'), { ...patch, length: 60 });
}
