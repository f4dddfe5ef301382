import { useIsFetching } from '@tanstack/react-query';
import { Loading } from './loading.tsx';
import styles from './progress.module.css';

/** A line below the bar while something is on its way for longer than one notices; the page stays usable meanwhile. */
export function Progress() {
  const busy = useIsFetching() > 0;
  return <div className={styles.progress}>{busy && <Loading />}</div>;
}
