import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { Panel } from '../detail/panel.tsx';
import { useSession } from '../session/use-session.ts';
import { type UserConfig, userConfigQuery } from '../session/user-config-query.ts';
import { label } from '../texts/label.ts';
import { text } from '../texts/text.ts';
import { wordsOf } from '../texts/words-of.ts';
import styles from './account.module.css';

/** Lists whose columns one has chosen, by the names that both programs keep them under. */
export function ChosenColumns({ config }: { readonly config: UserConfig }) {
  const { user } = useSession();
  const client = useQueryClient();
  const chosen = Object.entries(config.tables ?? {}).flatMap(([table, preferences]) =>
    preferences?.columns ? [{ table, columns: preferences.columns }] : [],
  );
  const forget = useMutation({
    mutationFn: (table: string) =>
      request<UserConfig>('/api/users/config/', { method: 'PATCH', body: { tables: { [table]: { columns: null } } } }),
    onSuccess: (saved) => client.setQueryData(userConfigQuery(user).queryKey, saved),
  });
  return (
    <Panel title={text('preferences.columns')}>
      {chosen.length === 0 ? (
        <p className={styles.none}>{text('preferences.noColumns')}</p>
      ) : (
        <>
          <p className={styles.none}>{text('preferences.columnsText')}</p>
          <table className={styles.table}>
            <tbody>
              {chosen.map(({ table, columns }) => (
                <tr key={table}>
                  <td className={styles.nowrap}>
                    {label(table.replace(/Table$/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' '))}
                  </td>
                  <td className={styles.dim}>{columns.map(wordsOf).join(', ')}</td>
                  <td className={styles.buttons}>
                    <Button size="compact-xs" variant="subtle" color="gray" onClick={() => forget.mutate(table)}>
                      {text('preferences.forget')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  );
}
