import { useMemo, useState } from 'react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { chosenColumns } from './chosen-columns.ts';
import { shownColumns } from './shown-columns.ts';

/** The shown columns, and how to choose others (undefined: the usual ones). */
export function useColumns(model: ModelMeta): [readonly ColumnMeta[], (names: readonly string[] | undefined) => void] {
  const [chosen, setChosen] = useState(() => chosenColumns(model.id).read());
  const columns = useMemo(() => shownColumns(model, chosen), [model, chosen]);
  return [
    columns,
    (names) => {
      chosenColumns(model.id).write(names);
      setChosen(names);
    },
  ];
}
