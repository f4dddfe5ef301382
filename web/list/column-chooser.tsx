import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3, IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { text } from '../texts/text.ts';
import styles from './column-chooser.module.css';
import type { ListState } from './list-state.ts';
import { TableConfigs } from './table-configs.tsx';
import type { ChooseColumns } from './use-columns.ts';
import type { ChangeList } from './use-list-state.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly columns: readonly ColumnMeta[];
  readonly choose: ChooseColumns;
  readonly state: ListState;
  readonly change: ChangeList;
}

/** Which columns, and in which order: dragged, or moved with the arrows. */
export function ColumnChooser({ model, columns, choose, state, change }: Properties) {
  const [find, setFind] = useState('');
  const [dragged, setDragged] = useState<string>();
  const names = columns.map((column) => column.name);
  const matches = (column: ColumnMeta) => column.label.toLowerCase().includes(find.toLowerCase());
  const more = model.columns.filter((column) => !names.includes(column.name) && matches(column));
  function move(name: string, to: number) {
    const without = names.filter((one) => one !== name);
    choose(without.toSpliced(Math.min(Math.max(to, 0), without.length), 0, name));
  }
  function over(event: DragEvent, name: string) {
    if (dragged === undefined) return;
    event.preventDefault();
    if (dragged !== name) move(dragged, names.indexOf(name));
  }
  return (
    <Popover position="bottom-end" width={300} trapFocus onClose={() => setFind('')}>
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
          {columns.filter(matches).map((column) => {
            const place = names.indexOf(column.name);
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: dragging; the arrows do the same
              <div
                key={column.name}
                className={styles.column}
                draggable
                data-dragged={dragged === column.name || undefined}
                onDragStart={() => setDragged(column.name)}
                onDragOver={(event) => over(event, column.name)}
                onDragEnd={() => setDragged(undefined)}
              >
                <IconGripVertical size={13} className={styles.grip} />
                <Checkbox
                  className={styles.box}
                  label={column.label}
                  checked
                  disabled={columns.length === 1}
                  onChange={() => choose(names.filter((name) => name !== column.name))}
                />
                <ActionIcon
                  size={20}
                  disabled={place === 0}
                  aria-label={text('list.moveUp', { label: column.label })}
                  onClick={() => move(column.name, place - 1)}
                >
                  <IconChevronUp size={13} />
                </ActionIcon>
                <ActionIcon
                  size={20}
                  disabled={place === names.length - 1}
                  aria-label={text('list.moveDown', { label: column.label })}
                  onClick={() => move(column.name, place + 1)}
                >
                  <IconChevronDown size={13} />
                </ActionIcon>
              </div>
            );
          })}
          {more.length > 0 && <div className={styles.rule}>{text('list.columnsMore')}</div>}
          {more.map((column) => (
            <div key={column.name} className={styles.column}>
              <span className={styles.grip} />
              <Checkbox
                className={styles.box}
                label={column.label}
                checked={false}
                onChange={() => choose([...names, column.name])}
              />
            </div>
          ))}
        </div>
        <TableConfigs model={model} columns={columns} state={state} change={change} choose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}
