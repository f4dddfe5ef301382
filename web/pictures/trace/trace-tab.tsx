import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../shell/failure.tsx';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import type { PictureProperties } from '../picture-properties.ts';
import { traceQuery } from './trace-data.ts';
import { TraceDiagram } from './trace-diagram.tsx';
import styles from './trace-tab.module.css';

/** The ways that lead over an end or a port, each drawn. */
export function TraceTab({ model, object }: PictureProperties) {
  const { data, error, refetch } = useQuery(traceQuery(model, object));
  if (error) return <Failure title={text('trace.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.every(({ steps }) => steps.length === 0)) return <p className={styles.none}>{text('trace.none')}</p>;
  return (
    <div className={styles.paths}>
      {data.map((path, index) => (
        <section key={index} aria-label={text('trace.path', { number: index + 1 })}>
          <TraceDiagram path={path} from={String(object.url)} />
        </section>
      ))}
    </div>
  );
}
