import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Credentials } from '../../src/surfaces/session/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { text } from '../texts/text.ts';
import styles from './login-page.module.css';
import { sessionQuery } from './session-query.ts';

/** Logging in with a local account. */
export function PasswordForm({ focus }: { readonly focus: boolean }) {
  const client = useQueryClient();
  const login = useMutation({
    mutationFn: (body: Credentials) => request<void>('/patchbay/session/', { method: 'POST', body }),
    async onSuccess() {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    },
  });
  return (
    <form
      className={styles.form}
      aria-label={text('login.title')}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        login.mutate({ username: String(form.get('username')), password: String(form.get('password')) });
      }}
    >
      <TextInput
        name="username"
        label={text('login.username')}
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus={focus}
      />
      <PasswordInput
        name="password"
        label={text('login.password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': text('password.toggle') }}
        required
        withAsterisk={false}
      />
      {login.error && (
        <Alert color="red" p="xs" role="alert">
          {messageOf(login.error)}
        </Alert>
      )}
      <Button type="submit" fullWidth loading={login.isPending}>
        {text('login.submit')}
      </Button>
    </form>
  );
}

function messageOf(error: Error): string {
  if (error instanceof ApiError && (error.status === 0 || error.fields.detail)) return error.message;
  return text('login.failed');
}
