import type { ReactNode } from 'react';
import styles from './attributes.module.css';

export interface Attribute {
  readonly name: string;
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values, one a line. */
export function Attributes({ attributes }: { readonly attributes: readonly Attribute[] }) {
  return (
    <dl className={styles.attributes}>
      {attributes.map(({ name, label, value }) => (
        <div key={name} className={styles.attribute}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
