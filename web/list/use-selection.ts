import { useCallback, useEffect, useRef, useState } from 'react';
import { isSelected, noSelection, type Selection, withSelected } from './selection.ts';
import type { Rows } from './use-rows.ts';

export interface Selecting {
  readonly selection: Selection;
  /** Chooses a row or leaves it out; `through` does so with all from the last one on. */
  toggle(index: number, through: boolean): void;
  /** Chooses the rows from one to another, and no others. */
  choose(from: number, to: number): void;
  set(selection: Selection): void;
}

/** What is chosen in a list; nothing of it is left once the list matches others (`scope`). */
export function useSelection(rows: Rows, scope: string): Selecting {
  const [selection, set] = useState(noSelection);
  const latest = useRef({ rows, selection, scope });
  latest.current = { rows, selection, scope };
  const anchor = useRef<number>(undefined);
  useEffect(() => {
    if (scope === undefined) return;
    anchor.current = undefined;
    set((before) => (before === noSelection || (!before.all && before.ids.size === 0) ? before : noSelection));
  }, [scope]);
  const toggle = useCallback((index: number, through: boolean) => {
    const { rows, selection, scope } = latest.current;
    const object = rows.at(index);
    if (!object) return;
    const from = through ? (anchor.current ?? index) : index;
    anchor.current = index;
    const chosen = through ? true : !isSelected(selection, object.id);
    if (from === index) return set((before) => withSelected(before, [object.id], chosen));
    void rows.between(Math.min(from, index), Math.max(from, index)).then((objects) => {
      // Of another list by now: what isn't shown isn't chosen.
      if (latest.current.scope !== scope) return;
      set((before) =>
        withSelected(
          before,
          objects.map(({ id }) => id),
          chosen,
        ),
      );
    });
  }, []);
  const choose = useCallback((from: number, to: number) => {
    const { rows, scope } = latest.current;
    void rows.between(from, to).then((objects) => {
      if (latest.current.scope !== scope) return;
      set(
        withSelected(
          noSelection,
          objects.map(({ id }) => id),
          true,
        ),
      );
    });
  }, []);
  return { selection, toggle, choose, set };
}
