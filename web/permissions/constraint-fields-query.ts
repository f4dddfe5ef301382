import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ConstraintFields } from '../../src/surfaces/permissions/contract.ts';
import { request } from '../api/request.ts';
import { inLanguage } from '../meta/in-language.ts';
import { inForce } from '../texts/in-force.ts';

/** What constraints on a model can name, by the model's path in the interface. */
export const constraintFieldsQuery = (path: string | undefined) =>
  queryOptions({
    queryKey: ['meta', inForce.language.code, 'constraints', path],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: path
      ? async ({ signal }) =>
          inLanguage((await request<ConstraintFields>(`/patchbay/permissions/fields/${path}/`, { signal })).fields)
      : skipToken,
  });
