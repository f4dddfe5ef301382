import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ConfigRevision } from '../../src/operations/settings/contract.ts';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import styles from './system.module.css';

interface Properties {
  readonly revisions: readonly ConfigRevision[];
  readonly mayRestore: boolean;
  readonly mayDelete: boolean;
  readonly onRestore: (id: number) => void;
  readonly onDelete: (id: number) => void;
  /** Without a second one: with the settings in force. */
  readonly onCompare: (left: number, right: number | undefined) => void;
}

/** The revisions, the newest first: to compare, to put in force again, to forget. */
export function RevisionTable({ revisions, mayRestore, mayDelete, onRestore, onDelete, onCompare }: Properties) {
  if (revisions.length === 0) return <p className={styles.none}>{text('revisions.none')}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>#</th>
            <th>{text('revisions.created')}</th>
            <th>{text('revisions.comment')}</th>
            <th>{text('revisions.holds')}</th>
            <th>{text('revisions.compare')}</th>
            <td className={styles.buttons} />
          </tr>
        </thead>
        <tbody>
          {revisions.map(({ id, active, created, comment, data }) => (
            <tr key={id}>
              <td className={styles.nowrap}>
                {id}
                {active && <span className={styles.mark}>{text('revisions.active')}</span>}
              </td>
              <td className={styles.nowrap}>{formatMoment(created)}</td>
              <td>{comment}</td>
              <td className={styles.nowrap} title={Object.keys(data).join(', ')}>
                {text('revisions.count', { count: Object.keys(data).length })}
              </td>
              <td>
                <NativeSelect
                  className={styles.compare}
                  aria-label={text('revisions.compareBase', { id: String(id) })}
                  value=""
                  data={[
                    { value: '', label: text('revisions.compareBase', { id: String(id) }) },
                    { value: 'now', label: text('revisions.compareNow') },
                    ...revisions
                      .filter((one) => one.id !== id)
                      .map((one) => ({
                        value: String(one.id),
                        label: text('revisions.revision', { id: String(one.id) }),
                      })),
                  ]}
                  onChange={({ currentTarget: { value } }) =>
                    value && onCompare(id, value === 'now' ? undefined : Number(value))
                  }
                />
              </td>
              <td className={styles.buttons}>
                {mayRestore && !active && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={text('revisions.restoreOne', { id: String(id) })}
                    onClick={() => {
                      if (window.confirm(text('revisions.restoreSure', { id: String(id) }))) onRestore(id);
                    }}
                  >
                    {text('revisions.restore')}
                  </Button>
                )}
                {mayDelete && !active && (
                  <ActionIcon
                    size={22}
                    aria-label={text('revisions.deleteOne', { id: String(id) })}
                    title={text('revisions.deleteOne', { id: String(id) })}
                    onClick={() => {
                      if (window.confirm(text('revisions.deleteSure', { id: String(id) }))) onDelete(id);
                    }}
                  >
                    <IconTrash size={14} />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
