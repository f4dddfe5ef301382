import type { Neighbourhood } from './neighbourhood.ts';
import type { Term } from './term.ts';

/**
 * Groups origins as paths begin from them: all objects at one connector of one end of a cable together, channels and
 * ends of wireless links each by itself. A channelized interface begins no path: its channels do. Objects that share a
 * connector with one of the origins belong to its group.
 */
export async function originGroups(nodes: readonly string[], around: Neighbourhood): Promise<readonly Term[][]> {
  await around.load([{ kind: 'terms', keys: nodes }]);
  const origins = nodes.flatMap((node) => around.terms.get(node) ?? []);
  await around.load([
    { kind: 'cables', keys: origins.flatMap(({ cable }) => cable ?? []) },
    { kind: 'channels', keys: origins.flatMap(({ node, channelized }) => (channelized ? [node] : [])) },
  ]);

  const groups = new Map<string, string[]>();
  for (const { node, cable, channel } of origins) {
    const { profile, ends = [] } = around.cables.get(cable ?? '') ?? {};
    const own = channel === null ? ends.find((end) => end.node === node) : undefined;
    if (own && profile !== undefined)
      groups.set(
        `${cable} ${own.end} ${own.connector}`,
        ends.filter(({ end, connector }) => end === own.end && connector === own.connector).map((end) => end.node),
      );
    else groups.set(node, [node]);
  }
  await around.load([{ kind: 'terms', keys: [...groups.values()].flat() }]);

  const terms = [...groups.values()].map((group) => group.flatMap((node) => around.terms.get(node) ?? []));
  await around.load([
    { kind: 'channels', keys: terms.flat().flatMap(({ node, channelized }) => (channelized ? [node] : [])) },
  ]);
  const seen = new Set<string>();
  return terms
    .flatMap((group) => [
      group.filter(({ channelized }) => !channelized),
      ...group.flatMap(({ node, channelized }) =>
        channelized
          ? (around.channels.get(node) ?? []).filter(({ cable }) => cable !== null).map((channel) => [channel])
          : [],
      ),
    ])
    .filter((group) => {
      const [first] = group;
      if (!first || seen.has(first.node)) return false;
      for (const { node } of group) seen.add(node);
      return true;
    });
}
