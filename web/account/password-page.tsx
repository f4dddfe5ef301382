import { Alert, Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PasswordAsked } from '../../src/surfaces/session/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { sessionQuery } from '../session/session-query.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import styles from './account.module.css';
import { accountQuery } from './account-query.ts';

const empty = { old_password: '', new_password: '', again: '' };

/** Another password for oneself: the old one is asked for, and other sessions end. */
export function PasswordPage() {
  const client = useQueryClient();
  const account = useQuery(accountQuery);
  const [held, setHeld] = useState(empty);
  const [differ, setDiffer] = useState(false);
  const change = useMutation({
    mutationFn: () => {
      const { again: _, ...body } = held;
      return request<void>('/patchbay/session/password/', { method: 'POST', body: body satisfies PasswordAsked });
    },
    async onSuccess() {
      setHeld(empty);
      // The session goes on under another key, and with another token against forgery.
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await client.invalidateQueries({ queryKey: ['ownSessions'] });
    },
  });
  if (account.error)
    return <Failure title={text('account.failed')} error={account.error} onRetry={() => void account.refetch()} />;
  if (!account.data) return <Loading />;
  if (!account.data.has_password) return <p className={styles.dim}>{text('password.elsewhere')}</p>;
  const problems = change.error instanceof ApiError ? change.error.fields : {};
  const field = (name: keyof typeof empty, error: string | undefined) => ({
    label: text(name === 'old_password' ? 'password.old' : name === 'again' ? 'password.again' : 'password.new'),
    value: held[name],
    error,
    required: true,
    withAsterisk: false,
    visibilityToggleButtonProps: { 'aria-label': text('password.toggle') },
    autoComplete: name === 'old_password' ? 'current-password' : 'new-password',
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setHeld((before) => ({ ...before, [name]: value }));
      setDiffer(false);
    },
  });
  return (
    <form
      className={styles.form}
      aria-label={text('password.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (held.new_password !== held.again) return setDiffer(true);
        change.mutate();
      }}
    >
      <PasswordInput {...field('old_password', problems.old_password)} />
      <PasswordInput {...field('new_password', problems.new_password)} />
      <PasswordInput {...field('again', differ ? text('password.differ') : undefined)} />
      {change.error && !problems.old_password && !problems.new_password && (
        <Alert color="red" p="xs" role="alert">
          {change.error.message}
        </Alert>
      )}
      {change.isSuccess && (
        <Alert color="teal" p="xs" role="status">
          {text('password.done')}
        </Alert>
      )}
      <span className={styles.dim}>{text('password.ends')}</span>
      <div>
        <Button type="submit" loading={change.isPending}>
          {text('password.change')}
        </Button>
      </div>
    </form>
  );
}
