import { Fragment } from 'react';
import { text } from '../texts/text.ts';
import { RelationView } from './relation-view.tsx';
import type { ValueProperties } from './value-properties.ts';
import styles from './values.module.css';

/** Several other objects; a cell shows the first few. */
export function RelationsView({ value, model, objectId, wide }: ValueProperties) {
  const all = value as readonly unknown[];
  const shown = wide ? all : all.slice(0, 3);
  return (
    <span className={all.length > 1 ? styles.several : undefined}>
      {shown.map((one, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          <RelationView value={one} model={model} objectId={objectId} />
        </Fragment>
      ))}
      {shown.length < all.length && (
        <span className={styles.more}> {text('value.more', { count: all.length - shown.length })}</span>
      )}
    </span>
  );
}
