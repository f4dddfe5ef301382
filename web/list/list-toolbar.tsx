import { ActionIcon } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { AddFilter } from '../filters/add-filter.tsx';
import { SavedFilters } from '../filters/saved-filters.tsx';
import { AddButton } from '../forms/add-button.tsx';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { ListState } from './list-state.ts';
import styles from './list-toolbar.module.css';
import { SearchBox } from './search-box.tsx';
import { TransferMenu } from './transfer-menu.tsx';
import type { ChangeList } from './use-list-state.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly title: string;
  readonly count: number | undefined;
  readonly state: ListState;
  readonly change: ChangeList;
  readonly columns: readonly ColumnMeta[];
  readonly chooseColumns: (names: readonly string[] | undefined) => void;
  readonly busy: boolean;
  readonly refresh: () => void;
}

export function ListToolbar({ model, title, count, state, change, columns, chooseColumns, busy, refresh }: Properties) {
  return (
    <div className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      <output className={styles.count}>{count === undefined ? '' : formatCount(count)}</output>
      <span className={styles.about} title={model.help}>
        {model.help}
      </span>
      {model.search && <SearchBox value={state.search} onSearch={(search) => change({ search }, { replace: true })} />}
      <AddFilter model={model} filters={state.filters} change={(filters) => change({ filters })} />
      <SavedFilters model={model} state={state} change={change} />
      <ColumnChooser model={model} columns={columns} choose={chooseColumns} state={state} change={change} />
      <TransferMenu model={model} state={state} columns={columns} />
      <ActionIcon
        className={styles.refresh}
        aria-label={text('list.refresh')}
        title={text('list.refresh')}
        onClick={refresh}
      >
        <IconRefresh size={16} className={busy ? styles.busy : undefined} />
      </ActionIcon>
      <AddButton model={model} />
    </div>
  );
}
