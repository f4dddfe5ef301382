import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { formatListState } from './format-list-state.ts';
import type { ListState } from './list-state.ts';
import { parseListState } from './parse-list-state.ts';

export type ChangeList = (change: Partial<ListState>, options?: { readonly replace?: boolean }) => void;

/** The list's state, kept in the address. A change goes back to the first page unless it turns the page itself. */
export function useListState(model: ModelMeta): [ListState, ChangeList] {
  const [parameters, setParameters] = useSearchParams();
  const state = useMemo(() => parseListState(parameters, model), [parameters, model]);
  const change = useCallback<ChangeList>(
    (change, options) => {
      setParameters((previous) => formatListState({ ...parseListState(previous, model), page: 1, ...change }), {
        replace: options?.replace ?? false,
      });
    },
    [setParameters, model],
  );
  return [state, change];
}
