import { AppLink } from '../../shell/app-link.tsx';
import { formatCount } from '../../texts/format-count.ts';
import { text } from '../../texts/text.ts';
import type { DetailTab } from './detail-tabs.ts';
import styles from './tab-bar.module.css';

interface Properties {
  readonly tabs: readonly DetailTab[];
  readonly current: DetailTab;
  /** The object's own address: `/dcim/sites/1/`. */
  readonly base: string;
  readonly counts: Readonly<Record<string, number>> | undefined;
}

/** The parts of an object's page. */
export function TabBar({ tabs, current, base, counts }: Properties) {
  if (tabs.length < 2) return null;
  return (
    <nav className={styles.bar} aria-label={text('tab.label')}>
      {tabs.map((tab) => (
        <AppLink
          key={tab.path}
          className={styles.tab}
          to={tab.path ? `${base}${tab.path}/` : base}
          aria-current={tab === current ? 'page' : undefined}
        >
          {text(tab.label)}
          {tab.kind && counts?.[tab.kind] ? (
            <span className={styles.count}>{formatCount(counts[tab.kind]!)}</span>
          ) : null}
        </AppLink>
      ))}
    </nav>
  );
}
