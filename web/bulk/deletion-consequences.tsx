import { IconAlertTriangle } from '@tabler/icons-react';
import type { DeletionGroup, DeletionPreview } from '../../src/operations/write/deletion-contract.ts';
import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import { wordsOf } from '../texts/words-of.ts';
import styles from './bulk.module.css';

/** What goes with the objects that are to be deleted, what is emptied, and what forbids it. */
export function DeletionConsequences({ goes, cleared, refused }: DeletionPreview) {
  const { byId } = useModels();
  const plural = (model: string) => byId.get(model)?.plural ?? model;
  return (
    <>
      {refused.length > 0 && (
        <section className={styles.refused} role="alert">
          <h3>
            <IconAlertTriangle size={15} /> {text('bulk.refused', { count: refused.length })}
          </h3>
          <ul>
            {refused.map(({ id, display, by, reasons }) => (
              <li key={id}>
                <strong>{display}</strong>
                {by.map((group) => (
                  <Group
                    key={group.model}
                    {...group}
                    label={text('bulk.protectedBy', { plural: plural(group.model) })}
                  />
                ))}
                {reasons.map((reason) => (
                  <div key={reason}>{reason}</div>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {goes.length > 0 && (
        <section>
          <h3>{text('bulk.goes')}</h3>
          <ul className={styles.groups}>
            {goes.map((group) => (
              <li key={group.model}>
                <Group {...group} label={capitalize(plural(group.model))} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {cleared.length > 0 && (
        <section>
          <h3>{text('bulk.cleared')}</h3>
          <ul className={styles.groups}>
            {cleared.map(({ model, field, count }) => (
              <li key={`${model} ${field}`}>
                {text('bulk.clearedField', {
                  count,
                  label: count === 1 ? (byId.get(model)?.label ?? model) : plural(model),
                  field: wordsOf(field),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Group({ model, count, named, label }: DeletionGroup & { readonly label: string }) {
  const path = useModels().byId.get(model)?.path;
  const more = count - named.length;
  return (
    <div className={styles.consequence}>
      <span className={styles.groupCount}>{formatCount(count)}</span> {label}
      <span className={styles.some}>
        {named.map(({ id, display }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            {path ? <AppLink to={`/${path}/${id}/`}>{display}</AppLink> : display}
          </span>
        ))}
        {named.length > 0 && more > 0 && ` ${text('value.more', { count: more })}`}
      </span>
    </div>
  );
}
