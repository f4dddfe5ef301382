import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SsoProvider } from '../../src/sso/contract.ts';
import { basePath } from '../api/base-path.ts';
import { Panel } from '../detail/panel.tsx';
import { beginLogin } from '../session/begin-login.ts';
import { text } from '../texts/text.ts';
import { Facts } from './facts.tsx';
import styles from './sso-page.module.css';

interface ProviderPanelProperties {
  readonly provider: SsoProvider;
  /** The token that beginning a login needs. */
  readonly csrf: string | undefined;
}

/** How a provider is configured, and a login to try it. */
export function ProviderPanel({ provider, csrf }: ProviderPanelProperties) {
  const test = useMutation({
    mutationFn: () =>
      beginLogin({ provider: provider.name, csrf: csrf ?? '', next: `${basePath}/sso/`, purpose: 'test' }),
  });
  const code = (value: string) => <code>{value}</code>;
  return (
    <Panel title={`${provider.label} (${provider.name})`}>
      <Facts
        of={[
          [text('sso.endpoint'), provider.endpoint],
          [text('sso.clientId'), provider.client_id],
          [text('sso.scope'), provider.scope.join(' ')],
          [text('sso.groupsClaim'), provider.claims.groups ?? ''],
          [text('sso.redirectUri'), code(provider.redirect_uri)],
          [text('sso.backChannel'), code(provider.back_channel_logout_uri)],
          [
            text('sso.pipeline'),
            <ol key="steps" className={styles.steps}>
              {provider.pipeline.map((step) => (
                <li key={step}>{code(step)}</li>
              ))}
            </ol>,
          ],
        ]}
      />
      <div className={styles.foot}>
        {provider.problem && <Alert color="yellow">{provider.problem}</Alert>}
        {test.error && (
          <Alert color="red" role="alert">
            {test.error.message}
          </Alert>
        )}
        <Button
          size="compact-sm"
          disabled={provider.problem !== null || csrf === undefined}
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          {text('sso.test')}
        </Button>
        <span className={styles.hint}>{text('sso.testHint')}</span>
      </div>
    </Panel>
  );
}
