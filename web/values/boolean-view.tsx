import { IconCheck, IconX } from '@tabler/icons-react';
import { text } from '../texts/text.ts';
import type { ValueProperties } from './value-properties.ts';
import styles from './values.module.css';

export function BooleanView({ value }: ValueProperties) {
  return value ? (
    <IconCheck size={15} className={styles.yes} role="img" aria-label={text('value.yes')} />
  ) : (
    <IconX size={15} className={styles.no} role="img" aria-label={text('value.no')} />
  );
}
