import { useQuery } from '@tanstack/react-query';
import { type Chosen, chosenObjects } from './chosen-ids.ts';

/** The chosen objects by name, with some of their fields. */
export function useChosen(chosen: Chosen, fields: readonly string[]) {
  const { model, selection, scope } = chosen;
  return useQuery({
    queryKey: ['chosen objects', model.id, scope, selection.all, [...selection.ids].join(), fields.join()],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => chosenObjects(chosen, fields, signal),
  });
}
