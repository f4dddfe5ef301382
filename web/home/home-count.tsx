import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../texts/format-count.ts';
import { countsQuery } from './counts-query.ts';
import styles from './home-section.module.css';

/** How many objects of a model this user can see. */
export function HomeCount({ model }: { readonly model: string }) {
  const { data } = useQuery(countsQuery);
  const count = data?.[model];
  if (count === undefined) return <span className={styles.none}> </span>;
  return <span className={count === 0 ? styles.none : styles.count}>{formatCount(count)}</span>;
}
