import type { SystemFacts } from '../../src/surfaces/system/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { formatCount } from '../texts/format-count.ts';
import styles from './system.module.css';

/** How much there is of everything, by the menu's order; what has no list of its own is left out. */
export function ObjectCounts({ objects }: Pick<SystemFacts, 'objects'>) {
  const { index } = useModels();
  return (
    <ul className={styles.counts}>
      {index.models
        .filter(({ id }) => id in objects)
        .map(({ id, path, plural }) => (
          <li key={id} data-none={objects[id] === 0 || undefined}>
            <AppLink to={`/${path}/`}>{capitalize(plural)}</AppLink>
            <span>{formatCount(objects[id]!)}</span>
          </li>
        ))}
    </ul>
  );
}
