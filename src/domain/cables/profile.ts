/** The positions of each connector at both ends of a cable, in the connectors' order. */
export interface Connectors {
  readonly A: readonly number[];
  readonly B: readonly number[];
}

/**
 * The connectors that a profile's name states: `trunk-4c2p` has four of two positions at either end,
 * `breakout-1c4p-4c1p` one of four at end A and four of one at end B. Undefined without a profile.
 */
export function connectorsOf(profile: string | null): Connectors | undefined {
  const ends = [...(profile ?? '').matchAll(/-(\d+)c(\d+)p/g)].map(([, connectors, positions]) =>
    Array<number>(Number(connectors)).fill(Number(positions)),
  );
  const [A, B = A] = ends;
  return A && B ? { A, B } : undefined;
}
