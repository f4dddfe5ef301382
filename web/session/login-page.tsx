import { Button, Divider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { Banner } from '../shell/banner.tsx';
import { Logo } from '../shell/logo.tsx';
import { text } from '../texts/text.ts';
import { insidePath } from './inside-path.ts';
import { loginFactsQuery } from './login-facts.ts';
import { LoginNoticeView } from './login-notice-view.tsx';
import styles from './login-page.module.css';
import { LoginProviders } from './login-providers.tsx';
import { PasswordForm } from './password-form.tsx';
import { useSession } from './use-session.ts';

/** `/login/?next=…`, with `&backend=…` where an address asked for a provider. */
export function LoginPage() {
  const session = useSession();
  const [parameters] = useSearchParams();
  const titleId = useId();
  const { data: facts } = useQuery({ ...loginFactsQuery, enabled: !session.user && session.serves === 'everything' });
  const [asksLocal, askLocal] = useState(false);
  const next = insidePath(parameters.get('next'));
  if (session.user) return <Navigate to={next} replace />;

  const providers = facts && facts.providers.length > 0;
  const hidden = session.settings.LOGIN_FORM_HIDDEN === true && providers && !asksLocal;
  return (
    <main className={styles.page}>
      <title>{`${text('login.title')} · ${text('app.name')}`}</title>
      <section className={styles.card} aria-labelledby={titleId}>
        <h1 id={titleId} className={styles.title}>
          <Logo />
          {text('app.name')}
        </h1>
        <Banner html={session.settings.BANNER_LOGIN} />
        {facts?.notice && <LoginNoticeView notice={facts.notice} />}
        {hidden ? null : <PasswordForm focus={parameters.get('backend') === null} />}
        {providers && (
          <>
            {hidden ? null : <Divider label={text('login.or')} />}
            <LoginProviders facts={facts} next={next} asked={parameters.get('backend')} />
          </>
        )}
        {hidden && (
          <Button variant="subtle" size="compact-sm" onClick={() => askLocal(true)}>
            {text('login.local')}
          </Button>
        )}
      </section>
    </main>
  );
}
