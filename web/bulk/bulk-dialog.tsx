import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { text } from '../texts/text.ts';
import styles from './bulk.module.css';

interface Properties {
  readonly title: string;
  readonly submit: string;
  readonly dangerous?: boolean;
  readonly disabled: boolean;
  readonly busy: boolean;
  readonly size?: string | number;
  /** Back to the step before, where this is the second. */
  readonly onBack?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** The frame of a dialog that changes many objects. */
export function BulkDialog(properties: Properties) {
  const { title, submit, dangerous, disabled, busy, size = 'lg', onBack, onClose, onSubmit, children } = properties;
  function send(event: FormEvent) {
    event.preventDefault();
    if (!disabled && !busy) onSubmit();
  }
  return (
    <Modal
      opened
      onClose={busy ? () => undefined : onClose}
      title={title}
      size={size}
      classNames={{ title: styles.title! }}
    >
      <form onSubmit={send} className={styles.form}>
        <div className={styles.body}>{children}</div>
        <div className={styles.buttons}>
          {onBack && (
            <Button variant="subtle" color="gray" className={styles.back!} onClick={onBack} disabled={busy}>
              {text('bulk.back')}
            </Button>
          )}
          <Button variant="default" onClick={onClose} disabled={busy}>
            {text('bulk.cancel')}
          </Button>
          <Button type="submit" {...(dangerous ? { color: 'red.9' } : {})} disabled={disabled} loading={busy}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
