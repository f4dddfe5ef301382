import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { FieldProperties } from '../forms/fields/field-properties.ts';
import { JsonInput } from '../forms/fields/json-input.tsx';
import { text } from '../texts/text.ts';
import { ConstraintRow } from './constraint-row.tsx';
import { MatchCount } from './match-count.tsx';
import styles from './permissions.module.css';
import { type Group, groupsOf, jsonOf, nextKey, type Row, repeatedTerms } from './rows.ts';

/** Constraints as groups of comparisons, of which any may hold, or as the JSON that they are: one follows the other. */
export function ConstraintBuilder(properties: FieldProperties) {
  const { value, onChange, form, disabled } = properties;
  const json = String(value ?? '');
  const [view, setView] = useState<'rows' | 'json'>('rows');
  const written = useRef(json);
  const [groups, setGroups] = useState<readonly Group[] | undefined>(() => groupsOf(json));
  // The JSON was changed by other hands than the rows'.
  if (written.current !== json) {
    written.current = json;
    setGroups(groupsOf(json));
  }
  function change(next: readonly Group[]) {
    setGroups(next);
    written.current = jsonOf(next);
    onChange(written.current);
  }
  const newRow = (): Row => ({ key: nextKey(), path: [], lookup: 'exact', value: '' });
  const types = (form.values.object_types ?? []) as readonly string[];
  const withRows = (group: Group, rows: readonly Row[]) =>
    change(groups!.flatMap((one) => (one.key !== group.key ? [one] : rows.length > 0 ? [{ ...one, rows }] : [])));
  return (
    <div className={styles.builder}>
      <div className={styles.bar}>
        <SegmentedControl
          size="xs"
          aria-label={text('builder.view')}
          value={view}
          onChange={(chosen) => setView(chosen as typeof view)}
          data={[
            { value: 'rows', label: text('builder.rows') },
            { value: 'json', label: text('builder.json') },
          ]}
        />
        <MatchCount types={types} json={json} />
      </div>
      {view === 'json' ? (
        <JsonInput {...properties} />
      ) : groups === undefined ? (
        <p className={styles.hint}>{text('builder.unreadable')}</p>
      ) : (
        <>
          {groups.length === 0 && (
            <p className={styles.hint}>{text(types.length === 0 ? 'builder.noTypes' : 'builder.noLimits')}</p>
          )}
          {groups.map((group, place) => (
            <fieldset
              key={group.key}
              className={styles.group}
              aria-label={text('builder.group', { number: place + 1 })}
            >
              {place > 0 && <div className={styles.or}>{text('builder.or')}</div>}
              <div className={styles.rows}>
                {group.rows.map((row, at) => (
                  <div key={row.key} className={styles.row}>
                    <span className={styles.joint}>{at > 0 ? text('constraint.and') : text('builder.where')}</span>
                    <ConstraintRow
                      row={row}
                      types={types}
                      disabled={disabled}
                      onChange={(changed) =>
                        withRows(
                          group,
                          group.rows.map((one) => (one.key === row.key ? changed : one)),
                        )
                      }
                    />
                    <ActionIcon
                      size={24}
                      aria-label={text('builder.removeRow')}
                      disabled={disabled}
                      onClick={() =>
                        withRows(
                          group,
                          group.rows.filter(({ key }) => key !== row.key),
                        )
                      }
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  </div>
                ))}
                {repeatedTerms(group).map((term) => (
                  <p key={term} className={styles.problem} role="alert">
                    {text('builder.repeated', { term })}
                  </p>
                ))}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  leftSection={<IconPlus size={12} />}
                  disabled={disabled}
                  onClick={() => withRows(group, [...group.rows, newRow()])}
                >
                  {text('builder.addRow')}
                </Button>
              </div>
            </fieldset>
          ))}
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={13} />}
              disabled={disabled || types.length === 0}
              onClick={() => change([...groups, { key: nextKey(), rows: [newRow()] }])}
            >
              {text(groups.length === 0 ? 'builder.limit' : 'builder.addGroup')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
