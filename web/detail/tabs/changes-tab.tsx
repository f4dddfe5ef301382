import { useState } from 'react';
import type { RestChoice } from '../../api/rest.ts';
import { useModel } from '../../meta/use-model.ts';
import { useModels } from '../../meta/use-models.ts';
import type { PictureProperties } from '../../pictures/picture-properties.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { Failure } from '../../shell/failure.tsx';
import { Loading } from '../../shell/loading.tsx';
import { formatMoment } from '../../texts/format-moment.ts';
import { text } from '../../texts/text.ts';
import { Value } from '../../values/value.tsx';
import { ChangeDifference } from '../changes/change-difference.tsx';
import styles from './changes-tab.module.css';
import { useAttached } from './use-attached.ts';

/** What happened to an object, the newest first; each change opens into what it changed. */
export function ChangesTab({ model, object }: PictureProperties) {
  const { meta, data, error, refetch } = useAttached('changes', model, object);
  const changes = useModel(useModels().byId.get(meta.model)!.path);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  if (error) return <Failure title={text('changes.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.results.length === 0) return <p className={styles.none}>{text('changes.none')}</p>;
  const toggle = (id: number) =>
    setOpen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <ol className={styles.changes}>
      {data.results.map((change, index) => {
        const isOpen = open.has(change.id) || (index === 0 && !open.has(-1));
        return (
          <li key={change.id} className={styles.change}>
            <div className={styles.head}>
              <button
                type="button"
                className={styles.toggle}
                aria-expanded={isOpen}
                onClick={() => toggle(index === 0 && !open.has(change.id) ? -1 : change.id)}
              >
                <time dateTime={String(change.time)}>{formatMoment(String(change.time))}</time>
                <Value value={change.action} view="choice" objectId={change.id} colors={changes.colors?.action} />
                <strong>{String(change.user_name)}</strong>
                {change.message ? <span className={styles.message}>{String(change.message)}</span> : null}
              </button>
              <AppLink to={`/${changes.path}/${change.id}/`} className={styles.link}>
                {text('changes.open')}
              </AppLink>
            </div>
            {isOpen && (
              <ChangeDifference
                action={(change.action as RestChoice).value as string}
                before={change.prechange_data}
                after={change.postchange_data}
                fields={model.fields}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
