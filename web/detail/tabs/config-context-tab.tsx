import { useQuery } from '@tanstack/react-query';
import type { PictureProperties } from '../../pictures/picture-properties.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { Failure } from '../../shell/failure.tsx';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import { JsonView } from '../../values/json-view.tsx';
import { pageFactQuery } from '../page-fact-query.ts';
import { Panel } from '../panel.tsx';
import styles from './config-context-tab.module.css';

/** The config context of an object, and beside it what it is merged from, the last word first. */
export function ConfigContextTab({ model, object }: PictureProperties) {
  const { data, error, refetch } = useQuery(pageFactQuery(model, object.id, 'config-context'));
  if (error) return <Failure title={text('context.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className={styles.columns}>
      <Panel title={text('context.rendered')}>
        <div className={styles.inset}>
          <JsonView value={data.rendered} objectId={object.id} wide />
        </div>
      </Panel>
      <div>
        {data.local !== null && (
          <Panel title={text('context.local')}>
            <div className={styles.inset}>
              <JsonView value={data.local} objectId={object.id} wide />
            </div>
          </Panel>
        )}
        {data.sources.toReversed().map((source) => (
          <Panel key={source.id} title={`${source.name} · ${text('context.weight', { weight: source.weight })}`}>
            <div className={styles.inset}>
              <p className={styles.about}>
                <AppLink to={`/extras/config-contexts/${source.id}/`}>{source.name}</AppLink> {source.description}
              </p>
              <JsonView value={source.data} objectId={object.id} wide />
            </div>
          </Panel>
        ))}
        {data.sources.length === 0 && data.local === null && <p className={styles.about}>{text('context.none')}</p>}
      </div>
    </div>
  );
}
