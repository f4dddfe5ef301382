import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { ObjectActions } from '../forms/object-actions.tsx';
import { AppLink } from '../shell/app-link.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import { Value } from '../values/value.tsx';
import styles from './detail-header.module.css';
import { ObjectMarks } from './object-marks.tsx';

interface Properties {
  readonly model: ModelMeta;
  /** Absent while it is loading. */
  readonly object?: RestObject;
}

/** What a component belongs to, which its own name leaves out. */
const parents = ['device', 'virtual_machine'] as const;

/** Where we are, what it is called, the states it is in. */
export function DetailHeader({ model, object }: Properties) {
  const states = model.fields.filter(
    (field) => field.view === 'choice' && model.colors?.[field.name] && object?.[field.name],
  );
  const moments = [
    ['detail.created', object?.created],
    ['detail.updated', object?.last_updated],
  ] as const;
  const parent = parents.map((name) => object?.[name]).find(Boolean);
  return (
    <header className={styles.header}>
      <div className={styles.trail}>
        <AppLink to={`/${model.path}/`}>{capitalize(model.plural)}</AppLink>
        {parent != null && <Value value={parent} view="relation" objectId={0} />}
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
        {object && (
          <span className={styles.tools}>
            <ObjectMarks model={model} object={object} />
            <ObjectActions model={model} object={object} />
          </span>
        )}
      </div>
    </header>
  );
}
