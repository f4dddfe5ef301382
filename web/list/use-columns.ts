import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import { useSession } from '../session/use-session.ts';
import { type UserConfig, userConfigQuery } from '../session/user-config-query.ts';
import { chosenColumns, localColumns } from './chosen-columns.ts';
import { shownColumns } from './shown-columns.ts';

/** Nothing of one's own. */
const usual = { columns: null, widths: null };

export type ChooseColumns = (names: readonly string[] | undefined) => void;

/** The shown columns, and how to choose others (undefined: the usual ones); `given` ones go before one's own choice. */
export function useColumns(
  model: ModelMeta,
  given: readonly string[] | undefined,
): [readonly ColumnMeta[], ChooseColumns] {
  const { user } = useSession();
  const client = useQueryClient();
  const query = userConfigQuery(user);
  const { data: config } = useSuspenseQuery(query);
  const [local, setLocal] = useState(() => (user ? undefined : localColumns(model.id).read()));
  const chosen = given ?? (user ? chosenColumns(model, config) : local);
  const columns = useMemo(() => shownColumns(model, chosen), [model, chosen]);
  const save = useMutation({
    scope: { id: 'userConfig' },
    mutationFn: (names: readonly string[] | undefined) =>
      request<UserConfig>('/api/users/config/', {
        method: 'PATCH',
        body: { tables: { [model.table]: names ? { columns: names } : usual } },
      }),
    onError: () => void client.invalidateQueries({ queryKey: query.queryKey }),
  });
  function choose(names: readonly string[] | undefined) {
    localColumns(model.id).write(user ? undefined : names);
    if (!user) return setLocal(names);
    // Columns that only NetBox has keep their place in the preferences.
    const foreign = (chosen ?? []).filter((name) => !model.columns.some((column) => column.name === name));
    const kept = names && [...names, ...foreign];
    client.setQueryData(query.queryKey, (before) => ({
      ...before,
      tables: {
        ...before?.tables,
        [model.table]: { ...before?.tables?.[model.table], ...(kept ? { columns: kept } : usual) },
      },
    }));
    save.mutate(kept);
  }
  return [columns, choose];
}
