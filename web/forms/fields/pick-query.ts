import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ModelSummary } from '../../../src/surfaces/meta/contract.ts';
import { request } from '../../api/request.ts';
import type { RestList } from '../../api/rest.ts';

const shown = 40;

/** The objects to pick from: those that a search finds among the ones that the parameters leave. */
export const pickQuery = (
  model: ModelSummary | undefined,
  { search, parameters, enabled }: { search: string; parameters: URLSearchParams; enabled: boolean },
) => {
  const asked = new URLSearchParams(parameters);
  asked.set('brief', 'true');
  asked.set('limit', String(shown));
  if (search) asked.set('q', search);
  const address = `/api/${model?.api}/?${asked}`;
  const narrowing = String(parameters);
  return queryOptions({
    queryKey: ['pick', model?.id, narrowing, address],
    // What an earlier word found stands until there is more; what lies elsewhere doesn't.
    placeholderData: (previous: RestList | undefined, query) =>
      query?.queryKey[2] === narrowing ? previous : undefined,
    queryFn: model && enabled ? ({ signal }) => request<RestList>(address, { signal }) : skipToken,
  });
};
