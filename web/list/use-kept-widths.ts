import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import { useSession } from '../session/use-session.ts';
import { type UserConfig, userConfigQuery } from '../session/user-config-query.ts';
import { localWidths, type Widths, widthsIn } from './kept-widths.ts';

/** Sets a column's width for good; undefined: as its content asks for. */
export type KeepWidth = (name: string, width: number | undefined) => void;

/** The widths that the user set for a model's lists: beside the columns in the preferences, a stranger's in the browser. */
export function useKeptWidths(model: ModelMeta): [Widths, KeepWidth] {
  const { user } = useSession();
  const client = useQueryClient();
  const query = userConfigQuery(user);
  const { data: config } = useSuspenseQuery(query);
  const [local, setLocal] = useState(() => localWidths(model.id).read());
  const preferred = config.tables?.[model.table]?.widths;
  const kept = useMemo(() => (user ? widthsIn(preferred) : local), [user, preferred, local]);
  const { mutate } = useMutation({
    scope: { id: 'userConfig' },
    mutationFn: (widths: Readonly<Record<string, number | null>>) =>
      request<UserConfig>('/api/users/config/', { method: 'PATCH', body: { tables: { [model.table]: { widths } } } }),
    onError: () => void client.invalidateQueries({ queryKey: query.queryKey }),
  });
  const keep = useCallback<KeepWidth>(
    (name, width) => {
      const next = Object.fromEntries(
        Object.entries({ ...kept, [name]: width }).filter((entry): entry is [string, number] => entry[1] !== undefined),
      );
      if (!user) {
        localWidths(model.id).write(next);
        return setLocal(next);
      }
      client.setQueryData(query.queryKey, (before) => ({
        ...before,
        tables: { ...before?.tables, [model.table]: { ...before?.tables?.[model.table], widths: next } },
      }));
      mutate({ [name]: width ?? null });
    },
    [kept, user, client, query.queryKey, model, mutate],
  );
  return [kept, keep];
}
