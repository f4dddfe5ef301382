import { queryOptions } from '@tanstack/react-query';
import type { IdentityObject, IdentityPage, IdentityResources } from '../../src/identity/administration/contract.ts';
import { request } from '../api/request.ts';
import { inLanguage } from '../meta/in-language.ts';
import { inForce } from '../texts/in-force.ts';

export const api = '/patchbay/identity/';

export const resourcesQuery = () =>
  queryOptions({
    queryKey: ['identity', inForce.language.code],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => request<IdentityResources>(api, { signal }).then(({ resources }) => inLanguage(resources)),
  });

export const objectsQuery = (kind: string, search: string) =>
  queryOptions({
    queryKey: ['identity', kind, 'list', search],
    queryFn: ({ signal }) =>
      request<IdentityPage>(`${api}${kind}/?limit=200${search ? `&q=${encodeURIComponent(search)}` : ''}`, { signal }),
  });

export const objectQuery = (kind: string, id: string) =>
  queryOptions({
    queryKey: ['identity', kind, id],
    queryFn: ({ signal }) => request<IdentityObject>(`${api}${kind}/${encodeURIComponent(id)}/`, { signal }),
  });
