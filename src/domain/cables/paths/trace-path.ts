import { mappedPosition } from '../mapped-position.ts';
import type { CableFacts, Need, Neighbourhood } from './neighbourhood.ts';
import { linkOf, type Term } from './term.ts';
import { UnsupportedPath } from './unsupported-path.ts';

/** A path as dcim_cablepath keeps it. */
export interface TracedPath {
  readonly path: readonly (readonly string[])[];
  readonly isActive: boolean;
  readonly isComplete: boolean;
  readonly isSplit: boolean;
}

/** Positions that a path was on before it joined others; null where a strand leads nowhere. */
type Positions = readonly (number | null)[];
type Steps<T> = Generator<Need, T, void>;

const opposite = (end: string | null): string => (end === 'A' ? 'B' : 'A');
const alike = (terms: readonly (Term | undefined)[]): boolean => terms.every((term) => term?.model === terms[0]?.model);
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/**
 * Follows the links from objects that share one cable's connector (or a wireless link) to where they lead. Yields what
 * it must know before it can go on, so that the traces of a request load it together. Returns undefined where nothing
 * is linked; throws UnsupportedPath for topologies that NetBox 4.7 refuses.
 *
 * The stack keeps the positions that the path came in by wherever several positions are joined in one port or connector,
 * and is asked again where they part: a trunk's far end leads on by the positions that its near end was entered by.
 */
export function* tracePath(origins: readonly Term[], around: Neighbourhood): Steps<TracedPath | undefined> {
  if (unique(origins.map(linkOf)).length > 1)
    throw new UnsupportedPath('All originating terminations must be attached to the same link');
  const path: string[][] = [];
  const stack: Positions[] = [];
  const been = new Set<string>();
  let isActive = true;
  let isComplete = false;
  let isSplit = false;
  let here: readonly Term[] = origins;

  while (here.length > 0) {
    // ---- Where we are
    requireTogether(here);
    const top = stack.at(-1);
    const links = unique(here.map(linkOf));
    const state = `${here.map(({ node }) => node).join()} ${JSON.stringify(stack)}`;
    if (been.has(state) || (links.length > 1 && top && top.length !== here.length)) {
      isSplit = true;
      break;
    }
    been.add(state);
    path.push(here.map(({ node }) => node));
    if (here[0]!.endpoint && here[0]!.positions.length > 0) stack.push(here[0]!.positions);

    // ---- The links that lead on
    const linked = links.filter((link) => link !== undefined);
    if (linked.length === 0) {
      if (path.length === 1) return undefined;
      break;
    }
    const wireless = linked[0]!.startsWith('wireless');
    if (linked.some((link) => link.startsWith('wireless') !== wireless))
      throw new UnsupportedPath('All links must match first link type');
    if (linked.length < links.length) isSplit = true;
    const ids = linked.map((link) => link.split(' ')[1]!);
    path.push(ids.map((id) => around.node(wireless ? 'wireless.wirelesslink' : 'dcim.cable', id)));

    // ---- The far ends
    let far: (Term | undefined)[];
    if (wireless) {
      yield { kind: 'links', keys: ids };
      const facts = ids.map((id) => around.links.get(id)!);
      if (facts.some(({ status }) => status !== 'connected')) isActive = false;
      const nodes = facts.map(({ a, b }) => (a === here[0]!.node ? b : a));
      far = yield* termsAt(nodes, around);
    } else {
      yield { kind: 'cables', keys: ids };
      const cables = ids.map((id) => around.cables.get(id)!);
      if (cables.some(({ status }) => status !== 'connected')) isActive = false;
      if (cables[0]!.profile) {
        const { terms, positions } = yield* alongProfile(here, { around, profile: cables[0]!.profile, stack });
        far = terms;
        stack.push(positions);
      } else {
        const nodes = plainFarEnds(here, cables);
        if (!nodes) break;
        far = yield* termsAt(nodes, around);
      }
    }
    if (!alike(far)) {
      isSplit = true;
      break;
    }
    const arrived = far.filter((term) => term !== undefined);
    path.push(arrived.map(({ node }) => node));
    if (arrived.length === 0) break;

    // ---- Beyond them
    const { model } = arrived[0]!;
    if (model === 'dcim.frontport' || model === 'dcim.rearport') {
      const beyond = yield* throughPorts(arrived, { around, stack });
      if (beyond === 'split') isSplit = true;
      if (beyond === 'split' || beyond.length === 0) break;
      here = beyond;
    } else if (model === 'circuits.circuittermination') {
      const beyond: readonly Term[] = yield* throughCircuits(arrived, around);
      if (beyond.length === 0) break;
      if (beyond.every(({ providerNetwork }) => providerNetwork !== null)) {
        path.push(
          ...placesOf(beyond, ({ providerNetwork }) => around.node('circuits.providernetwork', providerNetwork!)),
        );
        isComplete = true;
        break;
      }
      if (beyond.every(({ place, cable }) => place !== null && cable === null)) {
        path.push(...placesOf(beyond, ({ place }) => place!));
        break;
      }
      if (beyond.some(({ cable }) => cable !== null && linked.includes(`cable ${cable}`))) {
        isSplit = true;
        break;
      }
      here = beyond;
    } else {
      isComplete = true;
      break;
    }
  }
  return { path, isActive, isComplete, isSplit };
}

function requireTogether(terms: readonly Term[]): void {
  if (!alike(terms)) throw new UnsupportedPath('All mid-span terminations must have the same termination type');
  const [first] = terms;
  if (first!.endpoint || first!.model === 'circuits.circuittermination') return;
  if (terms.some(({ parent }) => parent !== first!.parent))
    throw new UnsupportedPath('All mid-span terminations must have the same parent object');
}

const placesOf = (terms: readonly Term[], place: (term: Term) => string): string[][] => [
  terms.map(({ node }) => node),
  terms.map(place),
];

function* termsAt(nodes: readonly string[], around: Neighbourhood): Steps<(Term | undefined)[]> {
  yield { kind: 'terms', keys: nodes };
  return nodes.map((node) => around.terms.get(node));
}

/** Everything at the opposite ends of cables without a profile; undefined where they don't end here at all. */
function plainFarEnds(here: readonly Term[], cables: readonly CableFacts[]): string[] | undefined {
  const nodes = new Set(here.map(({ node }) => node));
  const far: string[] = [];
  let found = false;
  for (const { ends } of [...cables].sort((one, other) => Number(one.id) - Number(other.id))) {
    const sides = new Set(ends.filter(({ node }) => nodes.has(node)).map(({ end }) => opposite(end)));
    found ||= sides.size > 0;
    far.push(...ends.filter(({ end }) => sides.has(end)).map(({ node }) => node));
  }
  return found ? far : undefined;
}

/** Position by position along cables with a profile: where each leads, and the position that it is there. */
function* alongProfile(
  here: readonly Term[],
  { around, profile, stack }: { around: Neighbourhood; profile: string; stack: Positions[] },
): Steps<{ terms: (Term | undefined)[]; positions: Positions }> {
  const positions = stack.pop() ?? here.flatMap((term) => term.positions);

  // The positions are handed out to the objects that take them, each as often as it is there.
  const left = new Map<number | null, number>();
  for (const position of positions) left.set(position, (left.get(position) ?? 0) + 1);
  let pairs = here.flatMap((term) =>
    term.positions.flatMap((position): [Term, number | null][] => {
      const count = left.get(position) ?? 0;
      if (count === 0) return [];
      left.set(position, count - 1);
      return [[term, position]];
    }),
  );
  if (pairs.length === 0) pairs = (positions.length > 0 ? positions : [null]).map((position) => [here[0]!, position]);

  const peers = pairs.map(([term, position]) => {
    if (position === null || term.connector === null || term.cable === null) return undefined;
    const place = mappedPosition(profile, term.cableEnd ?? 'A', { connector: term.connector, position });
    const peer =
      place &&
      around.cables
        .get(term.cable)
        ?.ends.find(
          ({ end, connector, positions: taken }) =>
            end === opposite(term.cableEnd) && connector === place.connector && taken.includes(place.position),
        );
    return peer && { node: peer.node, position: place.position };
  });
  yield { kind: 'terms', keys: peers.flatMap((peer) => (peer ? [peer.node] : [])) };
  const split = peers.filter((peer) => peer && around.terms.get(peer.node)?.channelized);
  if (split.length > 0) yield { kind: 'channels', keys: split.map((peer) => peer!.node) };

  const arrivals = peers.map((peer) => {
    const term = peer && around.terms.get(peer.node);
    if (!term?.channelized) return { term, position: term ? peer!.position : null };
    // A channelized interface is no end of a path: the channel at the position is.
    const channel = around.channels.get(term.node)?.find((one) => one.channel === String(peer!.position));
    return { term: channel, position: peer!.position };
  });
  const terms = unique(arrivals.map(({ term }) => term));
  return {
    terms: terms.every((term) => term === undefined) ? [] : terms,
    positions: arrivals.map(({ position }) => position),
  };
}

/** From front ports to the rear ports behind them, or back; `split` where it isn't known by which position. */
function* throughPorts(
  ports: readonly Term[],
  { around, stack }: { around: Neighbourhood; stack: Positions[] },
): Steps<Term[] | 'split'> {
  const front = ports[0]!.model === 'dcim.frontport';
  const side = front ? 'front' : 'rear';
  yield { kind: side, keys: ports.map(({ id }) => id) };
  let mappings = unique(ports)
    .flatMap(({ id }) => around[side].get(id) ?? [])
    .sort((one, other) => one.age - other.age);
  if (ports[0]!.size > 1) {
    const positions = stack.pop();
    if (!positions) return 'split';
    mappings = mappings.filter((one) => positions.includes(front ? one.frontPosition : one.rearPosition));
  }
  const nodes = unique(
    mappings.map((one) => (front ? around.node('dcim.rearport', one.rear) : around.node('dcim.frontport', one.front))),
  );
  const beyond = (yield* termsAt(nodes, around)).filter((term) => term !== undefined);
  if (beyond.some(({ size }) => size > 1))
    stack.push(mappings.map((one) => (front ? one.rearPosition : one.frontPosition)));
  return beyond;
}

/** The other ends of the circuits. */
function* throughCircuits(ends: readonly Term[], around: Neighbourhood): Steps<Term[]> {
  const circuits = unique(ends.map(({ parent }) => parent!));
  yield { kind: 'circuits', keys: circuits };
  const wanted = new Set(ends.map(({ parent, side }) => `${parent}${side === 'A' ? 'Z' : 'A'}`));
  return [...around.circuits]
    .flatMap(([circuit, terms]) => (circuits.includes(circuit) ? terms : []))
    .filter(({ parent, side }) => wanted.has(`${parent}${side}`));
}
