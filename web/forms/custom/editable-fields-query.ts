import { queryOptions } from '@tanstack/react-query';
import type { CustomFieldsMeta } from '../../../src/surfaces/meta/contract.ts';
import type { SessionUser } from '../../../src/surfaces/session/contract.ts';
import { request } from '../../api/request.ts';
import { may } from '../../session/may.ts';
import type { EditableField } from './editable-field.ts';

/** Every custom field that forms show, in their order; none for those who may not see them. */
export const editableFieldsQuery = ({ api, permission }: CustomFieldsMeta, user: SessionUser | null) =>
  queryOptions({
    queryKey: ['editableFields', user?.id],
    staleTime: 60_000,
    async queryFn({ signal }): Promise<readonly EditableField[]> {
      if (!may(user, permission)) return [];
      const { results } = await request<{ results: EditableField[] }>(`/api/${api}/?limit=1000`, { signal });
      return results
        .filter(({ ui_editable }) => ui_editable.value !== 'hidden')
        .toSorted(
          (a, b) => a.group_name.localeCompare(b.group_name) || a.weight - b.weight || a.name.localeCompare(b.name),
        );
    },
  });
