import type { ReactNode } from 'react';
import styles from './message.module.css';

interface Properties {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'alert' | 'status';
}

/** A page or a table that has something to say instead of something to show. */
export function Message({ title, children, action, role = 'status' }: Properties) {
  return (
    <div className={styles.message} role={role}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  );
}
