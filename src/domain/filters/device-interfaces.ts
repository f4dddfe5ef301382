import type { Behaviour, BehaviourInput } from '#query/filters/behaviour.ts';
import { and, type Condition, or } from '#query/tree.ts';
import { genericTo } from './generic-to.ts';
import { onPath, textsOf } from './on-path.ts';

/** The attribute that a filter's values name objects by: the key for `…_id` filters, else `name`. */
export const namedBy = ({ filter }: BehaviourInput, name = 'name'): string => (filter.kind === 'number' ? 'id' : name);

const interfaceOf = ({ registry }: BehaviourInput) => ({ registry, model: registry.get('dcim.interface') });

/** Interfaces of the devices, and those of the virtual chassis reached by `way` that aren't for management only. */
function interfacesOf(input: BehaviourInput, way: string): Condition {
  const from = interfaceOf(input);
  const values = textsOf(input);
  const by = namedBy(input);
  return or(
    onPath(from, `device.${by}`, values),
    and(onPath(from, 'mgmt_only', ['false']), onPath(from, `device.virtual_chassis.${way}.${by}`, values)),
  );
}

/** A virtual chassis' master speaks for its members. */
const masterWay = 'master';

/** Whether the model's generic relation names objects of `target` themselves. */
const names = ({ registry, model }: BehaviourInput, target: string): boolean =>
  registry.genericSources(model).some(({ name }) => name === target);

/** Filters by devices and virtual machines that reach an object through their interfaces. */
export const deviceInterfaces = {
  filterDevice: (input) =>
    names(input, 'dcim.device')
      ? genericTo(
          input,
          'dcim.device',
          onPath({ ...input, model: input.registry.get('dcim.device') }, namedBy(input), textsOf(input)),
        )
      : genericTo(input, 'dcim.interface', interfacesOf(input, masterWay)),
  filterVirtualMachine: (input) => {
    const [target, path] = names(input, 'virtualization.virtualmachine')
      ? ['virtualization.virtualmachine', namedBy(input)]
      : ['virtualization.vminterface', `virtual_machine.${namedBy(input)}`];
    return genericTo(input, target!, onPath({ ...input, model: input.registry.get(target!) }, path!, textsOf(input)));
  },
  filterFhrpGroup: (input) =>
    genericTo(
      input,
      'ipam.fhrpgroup',
      onPath({ ...input, model: input.registry.get('ipam.fhrpgroup') }, namedBy(input), textsOf(input)),
    ),
  filterVirtualChassisMemberOrMaster: (input) => interfacesOf(input, masterWay),
  filterVirtualChassisMember: (input) => interfacesOf(input, 'members'),
} satisfies Record<string, Behaviour>;
