import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { formatCount } from '../texts/format-count.ts';
import type { ValueProperties } from './value-properties.ts';
import styles from './values.module.css';

/** A number of other objects, leading to the list of them. */
export function CountView({ value, counts, objectId }: ValueProperties) {
  const { byId } = useModels();
  const count = Number(value);
  const model = counts && byId.get(counts.model);
  if (count === 0) return <span className={styles.none}>0</span>;
  if (!model) return <>{formatCount(count)}</>;
  return <AppLink to={`/${model.path}/?${counts.filter}=${objectId}`}>{formatCount(count)}</AppLink>;
}
