import { Button, CopyButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientSecret, IdentityObject, ProviderAddresses } from '../../src/identity/administration/contract.ts';
import { request } from '../api/request.ts';
import { text } from '../texts/text.ts';
import styles from './identity.module.css';
import { api } from './resources.ts';

/** What a client is configured with: its id, its secret where it is asked for, and the addresses. */
export function ProviderSetup({ object }: { readonly object: IdentityObject }) {
  const base = `${api}providers/${object.id}/`;
  const { data: setup } = useQuery({
    queryKey: ['identity', 'providers', String(object.id), 'setup'],
    // Addresses name the application: before one uses the provider there are none.
    enabled: Boolean(object.application),
    queryFn: ({ signal }) => request<ProviderAddresses>(`${base}setup/`, { signal }),
  });
  const [secret, setSecret] = useState<string>();
  const ask = async (method: 'GET' | 'POST') =>
    setSecret((await request<ClientSecret>(`${base}client_secret/`, { method })).client_secret);
  const lines: [string, string][] = [['client_id', String(object.client_id)], ...Object.entries(setup ?? {})];
  return (
    <section aria-label={text('identity.setup')}>
      <h2>{text('identity.setup')}</h2>
      <dl className={styles.told}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name.replaceAll('_', ' ')}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
        {secret !== undefined && (
          <div>
            <dt>{text('identity.secret')}</dt>
            <dd>
              <code data-secret="">{secret}</code>
            </dd>
          </div>
        )}
      </dl>
      <div className={styles.tools}>
        {secret === undefined ? (
          <Button variant="default" onClick={() => void ask('GET')}>
            {text('identity.showSecret')}
          </Button>
        ) : (
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {text(copied ? 'value.copied' : 'value.copy')}
              </Button>
            )}
          </CopyButton>
        )}
        <Button
          variant="subtle"
          color="red"
          onClick={() => window.confirm(text('identity.sureRotate')) && void ask('POST')}
        >
          {text('identity.newSecret')}
        </Button>
      </div>
    </section>
  );
}
