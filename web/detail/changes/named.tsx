import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { RestList } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { AppLink } from '../../shell/app-link.tsx';

/** Objects that a change names by number, by their names as they are now; by number those that are gone. */
export function Named({ model, ids }: { readonly model: string; readonly ids: readonly number[] }) {
  const summary = useModels().byId.get(model);
  const { data } = useQuery({
    queryKey: ['named', model, ids],
    enabled: summary !== undefined,
    queryFn: ({ signal }) =>
      request<RestList>(`/api/${summary?.api}/?brief=1&limit=0&${ids.map((id) => `id=${id}`).join('&')}`, { signal }),
  });
  const found = new Map(data?.results.map((one) => [one.id, String(one.display)]));
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      {summary && found.has(id) ? <AppLink to={`/${summary.path}/${id}/`}>{found.get(id)}</AppLink> : `#${id}`}
    </span>
  ));
}
