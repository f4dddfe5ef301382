import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { FilterBar } from '../filters/filter-bar.tsx';
import { useModel } from '../meta/use-model.ts';
import { Failure } from '../shell/failure.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import { ListEmpty } from './list-empty.tsx';
import styles from './list-page.module.css';
import { listQuery } from './list-query.ts';
import { ListToolbar } from './list-toolbar.tsx';
import { ObjectTable } from './object-table.tsx';
import { pageSize } from './page-size.ts';
import { Pager } from './pager.tsx';
import { useColumns } from './use-columns.ts';
import { useListState } from './use-list-state.ts';
import { useRowKeys } from './use-row-keys.ts';

/** The list of a model: its state in the address, its rows from the REST API. */
export function ListPage({ path }: { readonly path: string }) {
  const model = useModel(path);
  const [state, change] = useListState(model);
  const [columns, chooseColumns] = useColumns(model);
  const list = useQuery(listQuery({ model, state, columns }));
  const size = pageSize(state.perPage);
  const pages = Math.max(1, Math.ceil((list.data?.count ?? 0) / size));
  const scroller = useRef<HTMLDivElement>(null);
  useRowKeys(scroller);
  useHotkeys([
    ['[', () => state.page > 1 && change({ page: state.page - 1 })],
    [']', () => state.page < pages && change({ page: state.page + 1 })],
  ]);
  const title = capitalize(model.plural);
  return (
    <div className={styles.page}>
      <title>{`${title} · ${text('app.name')}`}</title>
      <ListToolbar
        model={model}
        title={title}
        count={list.data?.count}
        state={state}
        change={change}
        columns={columns}
        chooseColumns={chooseColumns}
        busy={list.isFetching}
        refresh={() => void list.refetch()}
      />
      <FilterBar model={model} filters={state.filters} change={(filters) => change({ filters })} />
      <div className={styles.table} ref={scroller} aria-busy={list.isFetching}>
        {list.error && !list.isFetching ? (
          <Failure title={text('list.failed')} error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <ObjectTable
            model={model}
            columns={columns}
            rows={list.data?.results}
            expected={Math.min(size, 30)}
            stale={list.isPlaceholderData}
            sort={state.sort}
            onSort={(sort) => change({ sort })}
          />
        )}
        {list.data?.count === 0 && !list.error && (
          <ListEmpty
            plural={model.plural}
            filtered={state.search !== '' || state.filters.length > 0}
            onClear={() => change({ search: '', filters: [] })}
          />
        )}
      </div>
      <Pager count={list.data?.count} page={state.page} pages={pages} size={size} change={change} />
    </div>
  );
}
