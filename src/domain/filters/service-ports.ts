import type { Behaviour, BehaviourInput } from '#query/filters/behaviour.ts';
import { always, type Condition, type Lookup, never } from '#query/tree.ts';
import { onPath, textsOf } from './on-path.ts';

const portFilters: readonly (readonly [name: string, lookup: Lookup])[] = [
  ['port', 'exact'],
  ['port__gt', 'gt'],
  ['port__gte', 'gte'],
  ['port__lt', 'lt'],
  ['port__lte', 'lte'],
];

interface Wanted {
  readonly protocols: readonly string[];
  readonly ports: readonly { readonly lookup: Lookup; readonly values: readonly string[] }[];
}

const mapping = ({ model }: BehaviourInput, wanted: Wanted): Condition =>
  Object.freeze({ op: 'portMapping', field: model.fields.get('port_mappings')!, ...wanted });

/** The values of one of the filters; `null` is the name of no protocol. */
const given = (input: BehaviourInput, name: string): string[] => input.given(name).map((value) => value ?? 'null');

/** One port mapping satisfies the protocol filter and every port filter together; the first of them says it for all. */
function together(input: BehaviourInput): Condition {
  const ports = portFilters
    .map(([name, lookup]) => ({ name, lookup, values: given(input, name) }))
    .filter(({ values }) => values.length > 0);
  const protocols = given(input, 'protocol');
  const first = protocols.length > 0 ? 'protocol' : ports[0]?.name;
  if (input.filter.name !== first) return always;
  return mapping(input, { protocols, ports: ports.map(({ lookup, values }) => ({ lookup, values })) });
}

/** `TCP/0080` as it is stored: `tcp/80`. */
function stored(text: string): string[] {
  const match = /^\s*([a-z]+)\/0*(\d+)\s*$/i.exec(text);
  return match ? [`${match[1]!.toLowerCase()}/${match[2]}`] : [];
}

/** Filters of services by protocol and port. What is negated: the filters module turns it round. */
export const servicePorts = {
  filterPortMappings: (input) => {
    const values = textsOf(input).flatMap(stored);
    return values.length === 0 ? never : onPath(input, 'port_mappings', values, 'overlap');
  },
  filterProtocolNoop: (input) =>
    input.filter.negated ? mapping(input, { protocols: given(input, input.filter.name), ports: [] }) : together(input),
  filterNoop: (input) =>
    input.filter.negated
      ? mapping(input, { protocols: given(input, 'protocol'), ports: [{ lookup: 'exact', values: textsOf(input) }] })
      : together(input),
} satisfies Record<string, Behaviour>;
