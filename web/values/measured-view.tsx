import { useQuery } from '@tanstack/react-query';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { measure } from './measure.ts';
import { None } from './none.tsx';
import { UtilizationBar } from './utilization-bar.tsx';

interface Properties {
  readonly model: Pick<ModelSummary, 'id' | 'api'>;
  readonly objectId: number;
  readonly name: string;
}

/** A measure of an object that no API serves, fetched along with those of the other rows. */
export function MeasuredView({ model, objectId, name }: Properties) {
  const { data, isPending } = useQuery({
    queryKey: ['list', model.id, 'measured', objectId],
    staleTime: 60_000,
    gcTime: 60_000,
    queryFn: async () => (await measure(model.api, objectId)) ?? null,
  });
  const value = data?.[name];
  if (isPending) return null;
  return value === undefined || value === null ? <None /> : <UtilizationBar percent={value} />;
}
