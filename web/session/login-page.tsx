import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { Banner } from '../shell/banner.tsx';
import { Logo } from '../shell/logo.tsx';
import { text } from '../texts/text.ts';
import styles from './login-page.module.css';
import { sessionQuery } from './session-query.ts';
import { useSession } from './use-session.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** `/login/?next=…` */
export function LoginPage() {
  const session = useSession();
  const client = useQueryClient();
  const [parameters] = useSearchParams();
  const titleId = useId();
  const login = useMutation({
    mutationFn: (body: Credentials) => request<void>('/patchbay/session/', { method: 'POST', body }),
    async onSuccess() {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    },
  });
  if (session.user) return <Navigate to={inside(parameters.get('next'))} replace />;
  return (
    <main className={styles.page}>
      <title>{`${text('login.title')} · ${text('app.name')}`}</title>
      <form
        className={styles.card}
        aria-labelledby={titleId}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          login.mutate({ username: String(form.get('username')), password: String(form.get('password')) });
        }}
      >
        <h1 id={titleId} className={styles.title}>
          <Logo />
          {text('app.name')}
        </h1>
        <Banner html={session.settings.BANNER_LOGIN} />
        <TextInput
          name="username"
          label={text('login.username')}
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          name="password"
          label={text('login.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        {login.error && (
          <Alert color="red" p="xs" role="alert">
            {login.error instanceof ApiError && login.error.status === 0
              ? login.error.message
              : login.error instanceof ApiError && login.error.fields.detail
                ? login.error.fields.detail
                : text('login.failed')}
          </Alert>
        )}
        <Button type="submit" fullWidth loading={login.isPending}>
          {text('login.submit')}
        </Button>
      </form>
    </main>
  );
}

/** Only a path of ours: `//host` and `https://host` would lead away. */
function inside(next: string | null): string {
  return next?.startsWith('/') && !/^\/[/\\]/.test(next) ? next : '/';
}
