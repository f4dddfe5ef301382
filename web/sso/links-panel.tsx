import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountLink } from '../../src/sso/contract.ts';
import { request } from '../api/request.ts';
import { Panel } from '../detail/panel.tsx';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import styles from './sso-page.module.css';
import { ssoQuery } from './sso-query.ts';

/** Which accounts belong to whom at the providers. */
export function LinksPanel({ links }: { readonly links: readonly AccountLink[] }) {
  const client = useQueryClient();
  const unlink = useMutation({
    mutationFn: (id: number) => request<void>(`/patchbay/sso/links/${id}/`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ssoQuery.queryKey }),
  });
  return (
    <Panel title={text('sso.links')}>
      {links.length === 0 ? (
        <p className={styles.hint}>{text('sso.noLinks')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {(['sso.account', 'sso.provider', 'sso.uid', 'sso.when', 'sso.unlink'] as const).map((key) => (
                  <th key={key}>{text(key)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {links.map(({ id, username, provider, uid, created }) => (
                <tr key={id}>
                  <td>{username}</td>
                  <td>{provider}</td>
                  <td>{uid}</td>
                  <td>{formatMoment(created)}</td>
                  <td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={text('sso.unlinkOf', { name: username, uid })}
                      loading={unlink.isPending && unlink.variables === id}
                      onClick={() => unlink.mutate(id)}
                    >
                      {text('sso.unlink')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
