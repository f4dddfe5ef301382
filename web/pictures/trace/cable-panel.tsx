import type { RestReference } from '../../api/rest.ts';
import { Panel } from '../../detail/panel.tsx';
import { text } from '../../texts/text.ts';
import type { PictureProperties } from '../picture-properties.ts';
import styles from './cable-panel.module.css';
import type { TraceLink } from './trace-data.ts';
import { TraceDiagram } from './trace-diagram.tsx';

interface Termination {
  readonly object: RestReference | null;
}

/** A cable's two ends and the line between them. */
export function CablePanel({ object }: PictureProperties) {
  const ends = (side: string) =>
    ((object[side] ?? []) as readonly Termination[]).flatMap(({ object: end }) => (end ? [end] : []));
  const [a, b] = [ends('a_terminations'), ends('b_terminations')];
  return (
    <Panel title={text('cable.ends')}>
      <div className={styles.panel}>
        <TraceDiagram
          from=""
          path={{
            steps: [
              { kind: 'ends', ends: a },
              { kind: 'links', links: [object as unknown as TraceLink] },
              { kind: 'ends', ends: b },
            ],
            isComplete: a.length > 0 && b.length > 0,
            isSplit: false,
          }}
        />
      </div>
    </Panel>
  );
}
