import { type ReactNode, Suspense } from 'react';
import type { WidgetConfig } from '../../../src/surfaces/dashboard/contract.ts';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import styles from './widgets.module.css';
import { widgets } from './widgets.ts';

interface Properties {
  readonly widget: WidgetConfig;
  /** What stands at the right of the title. */
  readonly tools?: ReactNode;
}

/** A widget in its box. */
export function WidgetFrame({ widget, tools }: Properties) {
  const kind = widgets[widget.class];
  const title = widget.title ?? (kind ? text(kind.label) : widget.class);
  return (
    <section className={styles.frame} aria-label={title}>
      <header className={styles.head} data-color={widget.color ?? undefined}>
        <h2>{title}</h2>
        {tools}
      </header>
      {/* Scrollable, hence reachable with the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div className={styles.content} tabIndex={0}>
        <Suspense fallback={<Loading />}>
          {kind ? <kind.Content widget={widget} /> : <p className={styles.none}>{text('widget.unknown')}</p>}
        </Suspense>
      </div>
    </section>
  );
}
