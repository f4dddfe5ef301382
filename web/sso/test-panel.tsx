import { Alert } from '@mantine/core';
import type { KeptTest } from '../../src/sso/contract.ts';
import { Panel } from '../detail/panel.tsx';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import { Facts } from './facts.tsx';
import styles from './sso-page.module.css';

/** The claims that a test login brought, and what they would lead to. */
export function TestPanel({ test }: { readonly test: KeptTest }) {
  const { user, refused, isNew, newLink, uid, groups, claims } = test;
  return (
    <Panel title={text('sso.result', { provider: test.provider, when: formatMoment(test.at) })}>
      <Alert
        color={refused === null ? 'green' : 'red'}
        title={text(refused === null ? 'sso.accepted' : 'sso.refusedTest')}
      >
        {refused}
      </Alert>
      {user && (
        <Facts
          of={[
            [text('sso.account'), accountOf(user.username, isNew, newLink)],
            [text('sso.uid'), uid],
            [text('sso.email'), user.email],
            [text('sso.groups'), groups.join(', ') || text('value.none')],
            [text('sso.superuser'), text(user.is_superuser ? 'value.yes' : 'value.no')],
          ]}
        />
      )}
      <h3 className={styles.caption}>{text('sso.claims')}</h3>
      <pre className={styles.claims}>{JSON.stringify(claims, null, 2)}</pre>
    </Panel>
  );
}

function accountOf(name: string, isNew: boolean, newLink: boolean): string {
  if (isNew) return text('sso.newAccount', { name });
  return newLink ? text('sso.newLink', { name }) : name;
}
