import { lazy, Suspense } from 'react';
import { text } from '../texts/text.ts';
import styles from './comments-panel.module.css';
import { Panel } from './panel.tsx';

const Markdown = lazy(async () => ({ default: (await import('../values/markdown.tsx')).Markdown }));

export function CommentsPanel({ markdown }: { readonly markdown: string }) {
  return (
    <Panel title={text('detail.comments')}>
      <div className={styles.comments}>
        <Suspense fallback={<p className={styles.plain}>{markdown}</p>}>
          <Markdown source={markdown} />
        </Suspense>
      </div>
    </Panel>
  );
}
