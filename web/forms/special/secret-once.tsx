import { Button, CopyButton, Modal } from '@mantine/core';
import { text } from '../../texts/text.ts';
import styles from './special.module.css';

interface Properties {
  readonly secret: string;
  readonly onDone: () => void;
}

/** A secret that cannot be shown again; left by the button alone. */
export function SecretOnce({ secret, onDone }: Properties) {
  return (
    <Modal
      opened
      onClose={onDone}
      title={text('secret.title')}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <p className={styles.first}>{text('secret.text')}</p>
      <code className={styles.secret}>{secret}</code>
      <div className={styles.buttons}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button data-autofocus onClick={copy}>
              {text(copied ? 'secret.copied' : 'secret.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onDone}>
          {text('secret.done')}
        </Button>
      </div>
    </Modal>
  );
}
