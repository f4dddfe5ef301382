import { arrayElements } from '#fields/array-text.ts';
import { flatChoices } from '#fields/choice-set.ts';
import { quoted } from '#fields/json-text.ts';
import { serviceProtocol } from '#models/ipam/choices.ts';
import type { Computed } from '#operations/read/shapes.ts';
import { columnsPart } from './columns-part.ts';

interface OneProtocol {
  readonly protocol: string | null;
  readonly ports: readonly number[] | null;
}

/** Mappings such as `tcp/80` as one protocol and its ports; neither where there are several protocols. */
export function oneProtocol(mappings: readonly string[]): OneProtocol {
  if (mappings.length === 0) return { protocol: null, ports: [] };
  const pairs = mappings.map((mapping) => mapping.split('/') as [string, string | undefined]);
  const [protocol] = pairs[0]!;
  const simple = pairs.every(([other, port]) => other === protocol && port !== undefined && /^\d+$/.test(port));
  if (!simple) return { protocol: null, ports: null };
  return { protocol, ports: pairs.map(([, port]) => Number(port)).sort((a, b) => a - b) };
}

const labels = new Map(flatChoices(serviceProtocol).map(([value, label]) => [value, label]));

/** The protocol that all of a service's ports share, else null. */
export const protocol: Computed = ({ name }) =>
  columnsPart(name, ['port_mappings'], ([mappings]) => {
    const { protocol: shared } = oneProtocol(arrayElements(mappings!) as string[]);
    return shared === null ? 'null' : `{"value":${quoted(shared)},"label":${quoted(labels.get(shared) ?? shared)}}`;
  });

/** The ports of the only protocol in order; null where there are several protocols. */
export const ports: Computed = ({ name }) =>
  columnsPart(name, ['port_mappings'], ([mappings]) =>
    JSON.stringify(oneProtocol(arrayElements(mappings!) as string[]).ports),
  );
