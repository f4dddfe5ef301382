import type { ReactNode } from 'react';
import styles from './message.module.css';

interface Properties {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'alert' | 'status';
  /** Whether it is all that the page has to say. */
  readonly page?: boolean;
}

/** A page or a table that has something to say instead of something to show. */
export function Message({ title, children, action, role = 'status', page = false }: Properties) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles.message} role={role}>
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  );
}
