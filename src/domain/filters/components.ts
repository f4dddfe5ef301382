import { through } from '#query/compare.ts';
import type { Behaviour, BehaviourInput } from '#query/filters/behaviour.ts';
import { reverseStep } from '#query/path.ts';
import { always, and, type Condition, not, or } from '#query/tree.ts';
import { yesOrNo } from './on-path.ts';

const owners: Readonly<Record<string, string>> = {
  'dcim.device': 'device',
  'dcim.devicetype': 'device_type',
  'dcim.moduletype': 'module_type',
};

/** A device has a component of the kind; a type, a template of one. */
function hasComponent({ registry, model }: BehaviourInput, component: string): Condition {
  const name = model.name === 'dcim.device' ? component : `${component}template`;
  return through([reverseStep(model, registry.get(`dcim.${name}`), owners[model.name]!)], always);
}

const component =
  (name: string): Behaviour =>
  (input) =>
    yesOrNo(input, hasComponent(input, name));

/** Filters of devices and their types by the components that they have. */
export const components = {
  consolePorts: component('consoleport'),
  consoleServerPorts: component('consoleserverport'),
  powerPorts: component('powerport'),
  powerOutlets: component('poweroutlet'),
  interfaces: component('interface'),
  moduleBays: component('modulebay'),
  deviceBays: component('devicebay'),
  inventoryItems: component('inventoryitem'),
  /** NetBox's `false` asks for objects that lack front ports or lack rear ports: one with rear ports only is both. */
  passThroughPorts: (input) => {
    const front = hasComponent(input, 'frontport');
    const rear = hasComponent(input, 'rearport');
    return input.values[0] === 'true' ? or(front, rear) : not(and(front, rear));
  },
} satisfies Record<string, Behaviour>;
