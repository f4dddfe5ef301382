import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ImportColumnMeta } from '../../src/surfaces/bulk/contract.ts';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { download } from '../api/download.ts';
import { useModels } from '../meta/use-models.ts';
import { text } from '../texts/text.ts';
import styles from './import.module.css';

interface Properties {
  readonly model: ModelMeta;
  readonly columns: readonly ImportColumnMeta[];
  readonly custom: readonly string[];
}

/** What columns there are and what they take, and an empty table with them. */
export function ColumnGuide({ model, columns, custom }: Properties) {
  const { byId } = useModels();
  const own = columns.filter(({ narrows }) => !narrows);
  const narrowing = columns.filter(({ narrows }) => narrows);
  return (
    <section className={styles.guide} aria-label={text('import.columns')}>
      <div className={styles.guideHead}>
        <h2>{text('import.columns')}</h2>
        <Button
          variant="subtle"
          leftSection={<IconDownload size={14} />}
          onClick={() =>
            download(
              `${model.plural.replaceAll(' ', '-')}.csv`,
              'text/csv',
              `${[...own.filter(({ name }) => name !== 'id').map(({ name }) => name), ...custom].join(',')}\n`,
            )
          }
        >
          {text('import.template')}
        </Button>
      </div>
      <table className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">{text('import.column')}</th>
            <th scope="col">{text('import.takes')}</th>
          </tr>
        </thead>
        <tbody>
          {own.map((column) => (
            <tr key={column.name}>
              <th scope="row">
                <code>{column.name}</code>
                {column.required && (
                  <span className={styles.required} title={text('import.required')}>
                    *
                  </span>
                )}
              </th>
              <td>{takes(column, byId.get(column.model ?? '')?.label)}</td>
            </tr>
          ))}
          {custom.map((name) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{model.columns.find((column) => column.name === name)?.label}</td>
            </tr>
          ))}
          {narrowing.map(({ name, narrows }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{text('import.tells', { columns: narrows!.join(', ') })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function takes(
  { name, label, kind, attributes, choices, hint }: ImportColumnMeta,
  related: string | undefined,
): string {
  const parts: string[] = [];
  if (name === 'id') parts.push(text('import.takesId'));
  else if (hint) parts.push(hint);
  else parts.push(label);
  if (attributes) {
    const [first = 'id', ...others] = attributes;
    parts.push(text('import.takesName', { label: related ?? label, attribute: first }));
    if (others.length > 0) parts.push(others.map((other) => `${name}.${other}`).join(', '));
  }
  if (choices)
    parts.push(choices.length > 12 ? text('import.takesChoice') : choices.map(({ value }) => value).join(', '));
  if (kind === 'boolean') parts.push('yes, no');
  if (kind === 'array' && !choices) parts.push(text('import.takesList'));
  return parts.join(' · ');
}
