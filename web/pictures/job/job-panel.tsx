import { useQuery } from '@tanstack/react-query';
import type { RestChoice } from '../../api/rest.ts';
import { objectQuery } from '../../detail/object-query.ts';
import { Panel } from '../../detail/panel.tsx';
import { formatMoment } from '../../texts/format-moment.ts';
import { text } from '../../texts/text.ts';
import { None } from '../../values/none.tsx';
import type { PictureProperties } from '../picture-properties.ts';
import styles from './job-panel.module.css';

interface Entry {
  readonly level: string;
  readonly message: string;
  readonly timestamp: string;
}

/** A job that hasn't ended is looked at again after this many milliseconds. */
const again = 1000;
const ended = new Set(['completed', 'failed', 'errored']);

/** What a job has logged; while it waits or runs, the whole page follows it. */
export function JobPanel({ model, object }: PictureProperties) {
  const { data = object } = useQuery({
    ...objectQuery(model, String(object.id)),
    refetchInterval: ({ state }) => (ended.has(statusOf(state.data ?? object)) ? false : again),
  });
  const entries = (data.log_entries ?? []) as readonly Entry[];
  return (
    <Panel title={text('job.log')}>
      {entries.length === 0 ? (
        <p className={styles.empty}>
          <None />
        </p>
      ) : (
        <ol className={styles.entries}>
          {entries.map(({ level, message, timestamp }, index) => (
            <li key={index} data-level={level}>
              <time dateTime={timestamp} title={timestamp}>
                {formatMoment(timestamp)}
              </time>
              <span className={styles.level}>{level}</span>
              <span className={styles.message}>{message}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

const statusOf = (job: Readonly<Record<string, unknown>>): string => String((job.status as RestChoice).value);
