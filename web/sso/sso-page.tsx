import { useQuery } from '@tanstack/react-query';
import { loginFactsQuery } from '../session/login-facts.ts';
import { LoginNoticeView } from '../session/login-notice-view.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import { LinksPanel } from './links-panel.tsx';
import { ProviderPanel } from './provider-panel.tsx';
import { RefusedPanel } from './refused-panel.tsx';
import styles from './sso-page.module.css';
import { ssoQuery } from './sso-query.ts';
import { TestPanel } from './test-panel.tsx';

/** `/sso/`: single sign-on as administrators see it, with a login to try. */
export function SsoPage() {
  const { data, error, refetch } = useQuery(ssoQuery);
  const { data: login } = useQuery(loginFactsQuery);
  return (
    <div className={styles.page}>
      <title>{`${text('sso.title')} · ${text('app.name')}`}</title>
      <h1 className={styles.title}>{text('sso.title')}</h1>
      {login?.notice && <LoginNoticeView notice={login.notice} />}
      {error && <Failure title={text('sso.failed')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          {data.test && <TestPanel test={data.test} />}
          {data.providers.length === 0 && <p className={styles.hint}>{text('sso.none')}</p>}
          {data.providers.map((provider) => (
            <ProviderPanel key={provider.name} provider={provider} csrf={login?.csrf} />
          ))}
          <RefusedPanel refused={data.refused} />
          <LinksPanel links={data.links} />
        </>
      )}
    </div>
  );
}
