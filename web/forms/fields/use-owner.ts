import { skipToken, useQuery } from '@tanstack/react-query';
import type { GenericTypeMeta } from '../../../src/surfaces/meta/form-contract.ts';
import { request } from '../../api/request.ts';
import type { RestObject } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { type Reference, toReference } from './reference.ts';

/** What an object is part of, as far as it says so itself; asked for where only its id is known. */
export function useOwner(
  type: Pick<GenericTypeMeta, 'model' | 'within'> | undefined,
  part: Reference | null | undefined,
): Reference | null {
  const model = useModels().byId.get(type?.model ?? '');
  const told = type?.within ? toReference(part?.[type.within.field]) : null;
  const address = `/api/${model?.api}/${part?.id}/`;
  const { data } = useQuery({
    queryKey: ['part', address],
    queryFn:
      type?.within && model && part && !told ? ({ signal }) => request<RestObject>(address, { signal }) : skipToken,
  });
  return told ?? toReference(data && type?.within ? data[type.within.field] : null);
}
