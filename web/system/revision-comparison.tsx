import type { SettingsAnswer } from '../../src/surfaces/settings/contract.ts';
import { Panel } from '../detail/panel.tsx';
import { text } from '../texts/text.ts';
import { differingSettings, valuesOf } from './differing-settings.ts';
import { settingText } from './setting-text.ts';
import styles from './system.module.css';

interface Properties {
  readonly answer: SettingsAnswer;
  readonly left: number;
  /** Absent: the settings in force. */
  readonly right: number | undefined;
}

/** Two revisions, or one and what is in force, setting by setting: only what differs. */
export function RevisionComparison({ answer: { settings, revisions }, left, right }: Properties) {
  const one = revisions.find(({ id }) => id === left);
  const other = revisions.find(({ id }) => id === right);
  if (!one || (right !== undefined && !other)) return null;
  const names = [
    text('revisions.revision', { id: String(left) }),
    right === undefined ? text('revisions.compareNow') : text('revisions.revision', { id: String(right) }),
  ] as const;
  const differences = differingSettings(
    valuesOf(settings, one),
    other ? valuesOf(settings, other) : new Map(settings.map(({ name, value }) => [name, value])),
  );
  return (
    <Panel title={text('revisions.comparison', { left: names[0], right: names[1] })}>
      {differences.length === 0 ? (
        <p className={styles.none}>{text('revisions.same')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{text('revisions.setting')}</th>
                <th>{names[0]}</th>
                <th>{names[1]}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => (
                <tr key={difference.name}>
                  <td className={styles.nowrap}>
                    <code>{difference.name}</code>
                  </td>
                  {([difference.left, difference.right] as const).map((value, side) => (
                    <td key={side === 0 ? 'left' : 'right'} className={side === 0 ? styles.before : styles.after}>
                      <span className={styles.value}>{settingText(value)}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
