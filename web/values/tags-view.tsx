import { Badge } from './badge.tsx';
import type { ValueProperties } from './value-properties.ts';
import styles from './values.module.css';

/** Tags with their colours. */
export function TagsView({ value }: ValueProperties) {
  const tags = value as readonly { id: number; display: string; color?: string }[];
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <Badge key={tag.id} color={tag.color ?? 'gray'}>
          {tag.display}
        </Badge>
      ))}
    </span>
  );
}
