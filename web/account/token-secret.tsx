import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { RestObject } from '../api/rest.ts';
import { text } from '../texts/text.ts';
import styles from './account.module.css';

interface Properties {
  /** A token as the answer to its making tells it. */
  readonly token: RestObject;
  readonly onDone: () => void;
}

/** A new token's secret, the only time that it is shown. */
export function TokenSecret({ token, onDone }: Properties) {
  // Version 2 is sent as its key and its secret; version 1 is the secret alone.
  const secret = token.key ? `nbt_${String(token.key)}.${String(token.token)}` : String(token.token);
  const header = `Authorization: ${token.key ? 'Bearer' : 'Token'} ${secret}`;
  return (
    <div className={styles.stack}>
      <p>{text('tokens.secretText')}</p>
      <div className={styles.secret}>
        <code data-secret="">{secret}</code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
              onClick={copy}
            >
              {text(copied ? 'value.copied' : 'value.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className={styles.dim}>{text('tokens.secretUse')}</p>
      <code className={styles.secret}>{header}</code>
      <div>
        <Button onClick={onDone}>{text('tokens.done')}</Button>
      </div>
    </div>
  );
}
