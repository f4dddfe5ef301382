import { useQuery } from '@tanstack/react-query';
import type { AttachedMeta, ModelMeta } from '../../../src/surfaces/meta/contract.ts';
import { request } from '../../api/request.ts';
import type { RestList, RestObject } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';

/** What is attached to an object, the newest first, and how it is asked. */
export function useAttached(kind: AttachedMeta['kind'], model: ModelMeta, object: RestObject) {
  const meta = useModels().index.attached.find((one) => one.kind === kind)!;
  const about = { [meta.type]: model.id, [meta.id]: object.id };
  const query = useQuery({
    queryKey: ['object', model.id, String(object.id), kind],
    queryFn: ({ signal }) => {
      const parameters = new URLSearchParams({ [meta.type]: model.id, [meta.id]: String(object.id), limit: '200' });
      return request<RestList>(`/api/${meta.api}/?${parameters}&ordering=-${kind === 'changes' ? 'time' : 'created'}`, {
        signal,
      });
    },
  });
  return { meta, about, ...query };
}
