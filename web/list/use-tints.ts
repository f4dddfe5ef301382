import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ColumnMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestList } from '../api/rest.ts';
import { useModels } from '../meta/use-models.ts';

/** The colours of related objects by id, by the model of a column. */
export type Tints = ReadonlyMap<string, ReadonlyMap<number, string>>;

const most = 1000;

/** The colours of the roles and types that the columns name: few objects, asked once for all lists. */
export function useTints(columns: readonly ColumnMeta[]): Tints {
  const { byId } = useModels();
  const tinted = useMemo(() => {
    const models = columns.flatMap(({ model, view, path }) =>
      model && view === 'relation' && path.length === 1 ? (byId.get(model) ?? []) : [],
    );
    return [...new Set(models)].filter((model) => model.tinted);
  }, [columns, byId]);
  const answers = useQueries({
    queries: tinted.map((model) => ({
      queryKey: ['tints', model.id],
      staleTime: 5 * 60_000,
      retry: false,
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const { results } = await request<RestList>(`/api/${model.api}/?fields=id,color&limit=${most}`, { signal });
        return new Map(results.map(({ id, color }) => [id, String(color ?? '')]));
      },
    })),
  });
  const known = answers.map(({ data }) => data);
  // The answers are told by what they hold.
  return useMemo(
    () => new Map(tinted.flatMap((model, at) => (known[at] ? [[model.id, known[at]] as const] : []))),
    [tinted, ...known],
  );
}
