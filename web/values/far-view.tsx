import { useQuery } from '@tanstack/react-query';
import type { ColumnMeta, ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { farValue } from './far-value.ts';
import { Value } from './value.tsx';

interface Properties {
  readonly model: Pick<ModelSummary, 'id' | 'api'>;
  readonly column: ColumnMeta;
  readonly objectId: number;
}

/** What an object doesn't have in the API, such as the site of its device: fetched along with that of the other rows. */
export function FarView({ model, column, objectId }: Properties) {
  const { data, isPending } = useQuery({
    queryKey: ['list', model.id, 'far', column.name, objectId],
    staleTime: 60_000,
    gcTime: 60_000,
    queryFn: async () => (await farValue(model.api, column.name, objectId)) ?? null,
  });
  if (isPending) return null;
  return <Value value={data} view={column.view} objectId={objectId} colors={column.colors} model={column.model} />;
}
