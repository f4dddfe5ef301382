import { queryOptions } from '@tanstack/react-query';
import type { CustomFieldsMeta } from '../../src/surfaces/meta/contract.ts';
import type { SessionUser } from '../../src/surfaces/session/contract.ts';
import { request } from '../api/request.ts';
import { may } from '../session/may.ts';
import type { CustomField } from './custom-field.ts';

/** Every custom field, in the order in which they are shown; none for those who may not see them. */
export const customFieldsQuery = ({ api, permission }: CustomFieldsMeta, user: SessionUser | null) =>
  queryOptions({
    queryKey: ['customFields', user?.id],
    staleTime: 60_000,
    async queryFn({ signal }): Promise<readonly CustomField[]> {
      if (!may(user, permission)) return [];
      const { results } = await request<{ results: CustomField[] }>(`/api/${api}/?limit=1000`, { signal });
      return results
        .filter(({ ui_visible }) => ui_visible.value !== 'hidden')
        .toSorted(
          (a, b) => a.group_name.localeCompare(b.group_name) || a.weight - b.weight || a.name.localeCompare(b.name),
        );
    },
  });
