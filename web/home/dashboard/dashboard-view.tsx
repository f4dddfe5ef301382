import type { CSSProperties } from 'react';
import type { Dashboard } from '../../../src/surfaces/dashboard/contract.ts';
import styles from './dashboard-view.module.css';
import { WidgetFrame } from './widget-frame.tsx';

/** Widgets in their places; one below the other where the screen is narrow. */
export function DashboardView({ dashboard }: { readonly dashboard: Dashboard }) {
  const places = dashboard.layout.toSorted((one, other) => one.y - other.y || one.x - other.x);
  return (
    <div className={styles.grid}>
      {places.map(({ id, x, y, w, h }) => {
        const widget = dashboard.config[id];
        const style = { '--column': `${x + 1} / span ${w}`, '--row': `${y + 1} / span ${h}`, '--h': h };
        return (
          widget && (
            <div key={id} className={styles.place} style={style as CSSProperties}>
              <WidgetFrame widget={widget} />
            </div>
          )
        );
      })}
    </div>
  );
}
