import { NativeSelect } from '@mantine/core';
import type { ImportColumnMeta } from '../../src/surfaces/bulk/contract.ts';
import { text } from '../texts/text.ts';
import styles from './import.module.css';
import type { Mapping } from './map-columns.ts';
import type { Parsed } from './parse-rows.ts';

interface Properties {
  readonly parsed: Parsed;
  readonly columns: readonly ImportColumnMeta[];
  readonly custom: readonly string[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Which column of the source is which of the model: found by name, changed by hand. */
export function ColumnMapping({ parsed, columns, custom, mapping, onChange }: Properties) {
  const groups = [
    { group: text('import.ownColumns'), items: columns.filter(({ narrows }) => !narrows).map(({ name }) => name) },
    { group: text('import.customColumns'), items: [...custom] },
    {
      group: text('import.byAttribute'),
      items: columns.flatMap(({ name, attributes = [] }) => attributes.map((attribute) => `${name}.${attribute}`)),
    },
    { group: text('import.narrowing'), items: columns.filter(({ narrows }) => narrows).map(({ name }) => name) },
  ].filter(({ items }) => items.length > 0);
  const listed = parsed.columns.filter((source) => !parsed.rows.some((row) => isBelow(row[source])));
  return (
    <section className={styles.mapping} aria-label={text('import.mapping')}>
      {listed.map((source) => (
        <div key={source} className={styles.map} data-unmapped={mapping[source] ? undefined : ''}>
          <span className={styles.mapFrom} title={source}>
            {source}
          </span>
          <NativeSelect
            aria-label={text('import.mapOf', { source })}
            value={mapping[source] ?? ''}
            onChange={(event) => onChange({ ...mapping, [source]: event.currentTarget.value })}
          >
            <option value="">{text('import.leaveOut')}</option>
            {groups.map(({ group, items }) => (
              <optgroup key={group} label={group}>
                {items.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </NativeSelect>
        </div>
      ))}
    </section>
  );
}

/** Lists of objects: what lies below the row's own. */
export function isBelow(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null);
}
