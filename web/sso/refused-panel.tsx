import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LinkAsked, LoginAttempt } from '../../src/sso/contract.ts';
import { request } from '../api/request.ts';
import { Panel } from '../detail/panel.tsx';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import styles from './sso-page.module.css';
import { ssoQuery } from './sso-query.ts';

/** Who was turned away, each with a way to link them to an account. */
export function RefusedPanel({ refused }: { readonly refused: readonly LoginAttempt[] }) {
  return (
    <Panel title={text('sso.refused')}>
      {refused.length === 0 ? (
        <p className={styles.hint}>{text('sso.noneRefused')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {(['sso.when', 'sso.provider', 'sso.who', 'sso.why', 'sso.link'] as const).map((key) => (
                  <th key={key}>{text(key)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {refused.map((login) => (
                <RefusedRow key={`${login.provider} ${login.uid}`} login={login} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function RefusedRow({ login: { provider, uid, username, email, outcome, at } }: { readonly login: LoginAttempt }) {
  const client = useQueryClient();
  const link = useMutation({
    mutationFn: (name: string) =>
      request<void>('/patchbay/sso/links/', {
        method: 'POST',
        body: { username: name, provider, uid } satisfies LinkAsked,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ssoQuery.queryKey }),
  });
  return (
    <tr>
      <td>{formatMoment(at)}</td>
      <td>{provider}</td>
      <td>
        {[username, email].filter(Boolean).join(' · ')}
        <div className={styles.hint}>{uid}</div>
      </td>
      <td>{outcome}</td>
      <td>
        <form
          className={styles.linkForm}
          onSubmit={(event) => {
            event.preventDefault();
            link.mutate(String(new FormData(event.currentTarget).get('username')));
          }}
        >
          <TextInput
            name="username"
            size="xs"
            required
            aria-label={text('sso.linkTo')}
            placeholder={text('sso.linkTo')}
            defaultValue={username ?? ''}
          />
          <Button type="submit" size="compact-sm" variant="default" loading={link.isPending}>
            {text('sso.link')}
          </Button>
        </form>
        {link.error && (
          <Alert color="red" role="alert" p="xs">
            {'fields' in link.error ? Object.values(link.error.fields as object).join(' ') : link.error.message}
          </Alert>
        )}
      </td>
    </tr>
  );
}
