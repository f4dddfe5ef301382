import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { CabledObject } from './cabled-object.ts';

export type Side = 'A' | 'B';

export const sides: readonly Side[] = ['A', 'B'];

/** A stored termination of a cable. */
export interface Termination {
  readonly key: string;
  readonly cable: string;
  readonly side: Side;
  readonly node: string;
  readonly connector: number | null;
}

/** What is at a cable's ends: as stored, and as the request wants it. */
export interface CableEnds {
  readonly stored: readonly Termination[];
  /** Nodes in the request's order, for the ends that it names. */
  readonly wanted: Partial<Record<Side, readonly string[]>>;
  readonly objects: ReadonlyMap<string, CabledObject>;
}

const note = 'cable ends';

export const setCableEnds = (draft: Draft, ends: CableEnds): void => void draft.notes.set(note, ends);

export const cableEnds = (draft: Draft): CableEnds | undefined => draft.notes.get(note) as CableEnds | undefined;

/** The nodes at one end as they will be. */
export const nodesAt = ({ stored, wanted }: CableEnds, side: Side): readonly string[] =>
  wanted[side] ?? stored.filter((one) => one.side === side).map(({ node }) => node);

/** The stored terminations of cables, by end, connector and age. */
export async function storedTerminations(context: WriteContext, cables: readonly string[]): Promise<Termination[]> {
  if (cables.length === 0) return [];
  const rows = await context.rows(
    `select id, cable_id, cable_end, termination_type_id, termination_id, connector from dcim_cabletermination
     where cable_id = any($1) order by cable_id, cable_end, connector, id`,
    [`{${cables.join(',')}}`],
  );
  return rows.map(([key, cable, side, type, id, connector]) => ({
    key: key!,
    cable: cable!,
    side: side as Side,
    node: `${type}:${id}`,
    connector: connector ? Number(connector) : null,
  }));
}
