import { useCallback, useEffect, useRef, useState } from 'react';
import { isSelected, noSelection, type Selection, withSelected } from './selection.ts';
import type { Rows } from './use-rows.ts';

export interface Selecting {
  readonly selection: Selection;
  /** Chooses a row or leaves it out; `through` does so with all from the last one on. */
  toggle(index: number, through: boolean): void;
  set(selection: Selection): void;
}

/** What is chosen in a list; nothing of it is left once the list matches others (`scope`). */
export function useSelection(rows: Rows, scope: string): Selecting {
  const [selection, set] = useState(noSelection);
  const latest = useRef({ rows, selection });
  latest.current = { rows, selection };
  const anchor = useRef<number>(undefined);
  useEffect(() => {
    if (scope === undefined) return;
    anchor.current = undefined;
    set((before) => (before === noSelection || (!before.all && before.ids.size === 0) ? before : noSelection));
  }, [scope]);
  const toggle = useCallback((index: number, through: boolean) => {
    const { rows, selection } = latest.current;
    const object = rows.at(index);
    if (!object) return;
    const from = through ? (anchor.current ?? index) : index;
    anchor.current = index;
    const chosen = through ? true : !isSelected(selection, object.id);
    if (from === index) return set((before) => withSelected(before, [object.id], chosen));
    void rows.between(Math.min(from, index), Math.max(from, index)).then((objects) =>
      set((before) =>
        withSelected(
          before,
          objects.map(({ id }) => id),
          chosen,
        ),
      ),
    );
  }, []);
  return { selection, toggle, set };
}
