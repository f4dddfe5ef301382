import { useHotkeys } from '@mantine/hooks';
import { useCallback, useMemo, useRef, useState } from 'react';
import { FilterBar } from '../filters/filter-bar.tsx';
import { useModel } from '../meta/use-model.ts';
import { Failure } from '../shell/failure.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import { filterParameters } from './format-list-state.ts';
import { ListEmpty } from './list-empty.tsx';
import styles from './list-page.module.css';
import { ListToolbar } from './list-toolbar.tsx';
import { pageSize } from './page-size.ts';
import { Pager } from './pager.tsx';
import { noSelection, selectedCount } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { createSight } from './sight.ts';
import { useColumns } from './use-columns.ts';
import { useListState } from './use-list-state.ts';
import { pageOf, usePageInSight } from './use-page-in-sight.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useRows } from './use-rows.ts';
import { useSelection } from './use-selection.ts';
import { sortOf, useTableConfig } from './use-table-config.ts';
import { type TableHandle, VirtualTable } from './virtual-table.tsx';

/** The list of a model: its state in the address, its rows from the REST API as far as they are in sight. */
export function ListPage({ path }: { readonly path: string }) {
  const model = useModel(path);
  const [state, change] = useListState(model);
  const config = useTableConfig(model, state.tableConfig);
  const [columns, chooseColumns] = useColumns(model, config?.columns);
  const sort = useMemo(
    () => (state.sort.length === 0 && config ? sortOf(model, config) : state.sort),
    [model, config, state.sort],
  );
  const shown = useMemo(() => ({ ...state, sort }), [state, sort]);
  const size = pageSize(state.perPage);
  const rows = useRows({ model, state: shown, columns }, (state.page - 1) * size);
  const scope = filterParameters(state).toString();
  const selecting = useSelection(rows, scope);
  const selectable = !model.readOnly;

  // A state, not a ref: the table is laid out once its frame is there.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const table = useRef<TableHandle>(null);
  const [sight] = useState(createSight);
  const count = rows.count ?? 0;
  const pages = Math.max(1, Math.ceil(count / size));
  usePageInSight({ sight, rows, table, page: state.page, size, change });
  const turn = (page: number) => {
    const to = Math.min(Math.max(page, 1), pages);
    if (to !== state.page) change({ page: to });
  };
  useRowKeys({ table, count, first: () => sight.get()[0], selecting: selectable ? selecting : undefined });
  useHotkeys([
    ['[', () => turn(state.page - 1)],
    [']', () => turn(state.page + 1)],
  ]);
  const onSort = useCallback((sort: readonly string[]) => change({ sort }), [change]);
  const selectPage = (chosen: boolean) => {
    if (!chosen) return selecting.set(noSelection);
    const from = (pageOf(sight.get(), count, size) - 1) * size;
    selecting.choose(from, Math.min(from + size, count) - 1);
  };
  const chosen = selectedCount(selecting.selection, count);
  const title = capitalize(model.plural);
  return (
    <div className={styles.page}>
      <title>{`${title} · ${text('app.name')}`}</title>
      <ListToolbar
        model={model}
        title={title}
        count={rows.count}
        state={state}
        change={change}
        columns={columns}
        chooseColumns={chooseColumns}
        busy={rows.fetching}
        refresh={rows.refresh}
      />
      <FilterBar model={model} state={state} change={change} />
      <section
        // What scrolls is reached with the keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        className={styles.table}
        ref={setScroller}
        aria-busy={rows.fetching}
        aria-label={title}
      >
        {rows.error && !rows.fetching ? (
          <Failure title={text('list.failed')} error={rows.error} onRetry={rows.refresh} />
        ) : (
          <VirtualTable
            model={model}
            columns={columns}
            rows={rows}
            first={(state.page - 1) * size}
            sort={sort}
            onSort={onSort}
            selecting={selectable ? selecting : undefined}
            onSelectPage={selectPage}
            scroller={scroller}
            handle={table}
            onScroll={sight.set}
          />
        )}
        {rows.count === 0 && !rows.error && !rows.stale && (
          <ListEmpty
            plural={model.plural}
            about={model.help}
            filtered={scope !== ''}
            onClear={() => change({ search: '', filters: [], savedFilters: [] })}
          />
        )}
      </section>
      {chosen > 0 ? (
        <SelectionBar model={model} chosen={chosen} rows={rows} scope={scope} selecting={selecting} />
      ) : (
        <Pager
          count={rows.count}
          sight={sight}
          page={state.page}
          pages={pages}
          size={size}
          change={change}
          onTurn={turn}
        />
      )}
    </div>
  );
}
