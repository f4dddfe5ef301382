import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Badge } from './badge.tsx';
import { pagePath } from './page-path.ts';
import type { ValueProperties } from './value-properties.ts';
import styles from './values.module.css';

interface Tag {
  readonly id: number;
  readonly url: string;
  readonly display: string;
  readonly color?: string;
}

/** Tags with their colours. */
export function TagsView({ value }: ValueProperties) {
  const models = useModels();
  return (
    <span className={styles.tags}>
      {(value as readonly Tag[]).map((tag) => (
        <AppLink key={tag.id} to={pagePath(models, tag.url) ?? '/'}>
          <Badge color={tag.color ?? 'gray'}>{tag.display}</Badge>
        </AppLink>
      ))}
    </span>
  );
}
