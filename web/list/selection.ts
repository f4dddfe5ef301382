/** Which objects of a list are chosen: some by id, or all that match but for some. */
export interface Selection {
  /** All that match, those not fetched included. */
  readonly all: boolean;
  /** Chosen; where all are, left out. */
  readonly ids: ReadonlySet<number>;
}

export const noSelection: Selection = { all: false, ids: new Set() };

export function isSelected({ all, ids }: Selection, id: number): boolean {
  return all !== ids.has(id);
}

/** How many are chosen, of so many in all. */
export function selectedCount({ all, ids }: Selection, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size;
}

/** The selection with objects chosen, or not. */
export function withSelected({ all, ids }: Selection, changed: Iterable<number>, chosen: boolean): Selection {
  const next = new Set(ids);
  for (const id of changed) {
    if (chosen === all) next.delete(id);
    else next.add(id);
  }
  return { all, ids: next };
}
