import type { CSSProperties, ReactNode } from 'react';
import styles from './values.module.css';

/** NetBox's colour names as tones that carry both schemes. */
const tones: Readonly<Record<string, string>> = {
  blue: '#2f7fd6',
  indigo: '#5468d4',
  purple: '#8b5fd0',
  pink: '#d0578f',
  red: '#d64545',
  orange: '#dd7a1f',
  yellow: '#c79a0a',
  green: '#2f9e5b',
  teal: '#12a08a',
  cyan: '#1798b5',
  gray: '#7b8794',
  black: '#4a535c',
  white: '#aab3bb',
};

/** A state with its colour: a name of NetBox's, or six hexadecimal digits. */
export function Badge({ color, children }: { readonly color: string; readonly children: ReactNode }) {
  const tone = tones[color] ?? (/^[0-9a-f]{6}$/i.test(color) ? `#${color}` : tones.gray);
  return (
    <span className={styles.badge} style={{ '--tone': tone } as CSSProperties}>
      {children}
    </span>
  );
}
