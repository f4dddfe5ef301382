import { useQueryClient } from '@tanstack/react-query';
import type { ModelMeta } from '../../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../../api/rest.ts';

/** Asks again for everything that is shown of an object, after something was attached to it or taken away. */
export function useRefresh(model: ModelMeta, object: RestObject): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['object', model.id, String(object.id)] }),
      client.invalidateQueries({ queryKey: ['related', model.id, String(object.id)] }),
    ]);
  };
}
