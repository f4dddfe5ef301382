import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { AppLink } from '../shell/app-link.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import { Value } from '../values/value.tsx';
import styles from './detail-header.module.css';

interface Properties {
  readonly model: ModelMeta;
  /** Absent while it is loading. */
  readonly object?: RestObject;
}

/** Where we are, what it is called, the states it is in. */
export function DetailHeader({ model, object }: Properties) {
  const states = model.fields.filter(
    (field) => field.view === 'choice' && model.colors?.[field.name] && object?.[field.name],
  );
  const moments = [
    ['detail.created', object?.created],
    ['detail.updated', object?.last_updated],
  ] as const;
  return (
    <header className={styles.header}>
      <div className={styles.trail}>
        <AppLink to={`/${model.path}/`}>{capitalize(model.plural)}</AppLink>
        <span className={styles.id}>{object ? `#${object.id}` : ' '}</span>
      </div>
      <div className={styles.line}>
        <h1 className={styles.title}>{object ? String(object.display ?? object.id) : ' '}</h1>
        {object &&
          states.map((field) => (
            <Value
              key={field.name}
              value={object[field.name]}
              view="choice"
              objectId={object.id}
              colors={model.colors?.[field.name]}
            />
          ))}
        <span className={styles.moments}>
          {moments.flatMap(([key, moment]) =>
            typeof moment === 'string' ? <span key={key}>{text(key, { when: formatMoment(moment) })}</span> : [],
          )}
        </span>
      </div>
    </header>
  );
}
