import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { text } from '../texts/text.ts';
import styles from './column-chooser.module.css';

interface Properties {
  readonly model: ModelMeta;
  readonly columns: readonly ColumnMeta[];
  readonly choose: (names: readonly string[] | undefined) => void;
}

/** Which columns, and in which order. */
export function ColumnChooser({ model, columns, choose }: Properties) {
  const [find, setFind] = useState('');
  const names = columns.map((column) => column.name);
  const matches = (column: ColumnMeta) => column.label.toLowerCase().includes(find.toLowerCase());
  const more = model.columns.filter((column) => !names.includes(column.name) && matches(column));
  function move(name: string, step: -1 | 1) {
    const from = names.indexOf(name);
    choose(names.with(from, names[from + step]!).with(from + step, name));
  }
  return (
    <Popover position="bottom-end" width={280} trapFocus onClose={() => setFind('')}>
      <Popover.Target>
        <Button variant="default" aria-label={text('list.columns')} leftSection={<IconColumns3 size={14} />}>
          {text('list.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <div className={styles.head}>
          <TextInput
            className={styles.find}
            placeholder={text('list.columnsFind')}
            aria-label={text('list.columnsFind')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          <Button variant="subtle" color="gray" px={8} onClick={() => choose(undefined)}>
            {text('list.columnsReset')}
          </Button>
        </div>
        <div className={styles.columns}>
          {columns.filter(matches).map((column) => (
            <div key={column.name} className={styles.column}>
              <Checkbox
                label={column.label}
                checked
                disabled={columns.length === 1}
                onChange={() => choose(names.filter((name) => name !== column.name))}
              />
              <ActionIcon
                size={20}
                disabled={column.name === names[0]}
                aria-label={text('list.moveUp', { label: column.label })}
                onClick={() => move(column.name, -1)}
              >
                <IconChevronUp size={13} />
              </ActionIcon>
              <ActionIcon
                size={20}
                disabled={column.name === names.at(-1)}
                aria-label={text('list.moveDown', { label: column.label })}
                onClick={() => move(column.name, 1)}
              >
                <IconChevronDown size={13} />
              </ActionIcon>
            </div>
          ))}
          {more.length > 0 && <div className={styles.rule}>{text('list.columnsMore')}</div>}
          {more.map((column) => (
            <div key={column.name} className={styles.column}>
              <Checkbox label={column.label} checked={false} onChange={() => choose([...names, column.name])} />
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
