import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { IdentityObject, KeyVersion } from '../../src/identity/administration/contract.ts';
import { request } from '../api/request.ts';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import styles from './identity.module.css';
import { api } from './resources.ts';

/** A key's versions, the one that signs first; a new one can take its place while older ones still verify. */
export function KeyRotation({ object }: { readonly object: IdentityObject }) {
  const client = useQueryClient();
  const rotate = async () => {
    await request(`${api}keys/${object.id}/rotate/`, { method: 'POST', body: {} });
    await client.invalidateQueries({ queryKey: ['identity', 'keys'] });
  };
  return (
    <section aria-label={text('identity.versions')}>
      <h2>{text('identity.versions')}</h2>
      <ul className={styles.versions}>
        {((object.versions ?? []) as readonly KeyVersion[]).map(({ kid, created, verifies_until, ...version }) => (
          <li key={kid}>
            <code>{kid}</code> {formatMoment(created)}
            {verifies_until && ` – ${formatMoment(verifies_until)}`}
            {version.certificate && (
              <details>
                <summary>
                  {text('identity.certificate', {
                    subject: version.certificate_subject ?? '',
                    expires: version.certificate_expires ? formatMoment(version.certificate_expires) : '',
                  })}
                </summary>
                <pre>{version.certificate}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => void rotate()}>
        {text('identity.rotate')}
      </Button>
    </section>
  );
}
