import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { request } from '../../api/request.ts';
import type { RestObject } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import type { GetObject } from './form-extra.ts';

/** Reads objects by their model, as they are now. */
export function useGetObject(): GetObject {
  const client = useQueryClient();
  const { byId } = useModels();
  return useCallback(
    (model, id) => {
      const address = `/api/${byId.get(model)?.api}/${id}/`;
      return client.fetchQuery({
        queryKey: ['part', address],
        queryFn: ({ signal }) => request<RestObject>(address, { signal }),
      });
    },
    [client, byId],
  );
}
