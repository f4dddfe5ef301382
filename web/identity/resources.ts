import { queryOptions } from '@tanstack/react-query';
import type { FieldFacts } from '../../src/identity/administration/field-facts.ts';
import { request } from '../api/request.ts';

/** A field of what the identity provider administers, as the server describes it. */
export interface IdentityField extends FieldFacts {
  readonly name: string;
}

export interface IdentityResource {
  readonly name: string;
  readonly label: string;
  readonly list: readonly string[];
  readonly fields: readonly IdentityField[];
}

export type IdentityObject = Readonly<Record<string, unknown>> & {
  readonly id: string | number;
  readonly display: string;
};

export const api = '/patchbay/identity/';

export const resourcesQuery = queryOptions({
  queryKey: ['identity'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) =>
    request<{ resources: readonly IdentityResource[] }>(api, { signal }).then(({ resources }) => resources),
});

export const objectsQuery = (kind: string, search: string) =>
  queryOptions({
    queryKey: ['identity', kind, 'list', search],
    queryFn: ({ signal }) =>
      request<{ count: number; results: readonly IdentityObject[] }>(
        `${api}${kind}/?limit=200${search ? `&q=${encodeURIComponent(search)}` : ''}`,
        { signal },
      ),
  });

export const objectQuery = (kind: string, id: string) =>
  queryOptions({
    queryKey: ['identity', kind, id],
    queryFn: ({ signal }) => request<IdentityObject>(`${api}${kind}/${encodeURIComponent(id)}/`, { signal }),
  });
