import { Button, Modal } from '@mantine/core';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, Suspense, useMemo, useRef, useState } from 'react';
import type { ModelSummary } from '../../../src/surfaces/meta/contract.ts';
import { AddFilter } from '../../filters/add-filter.tsx';
import { FilterBar } from '../../filters/filter-bar.tsx';
import { chosenColumns } from '../../list/chosen-columns.ts';
import { listAddress, rowsQuery } from '../../list/list-query.ts';
import { ObjectTable } from '../../list/object-table.tsx';
import { parseListState } from '../../list/parse-list-state.ts';
import { SearchBox } from '../../list/search-box.tsx';
import { shownColumns } from '../../list/shown-columns.ts';
import { useTableKeys } from '../../list/use-table-keys.ts';
import { useModel } from '../../meta/use-model.ts';
import { useSession } from '../../session/use-session.ts';
import { userConfigQuery } from '../../session/user-config-query.ts';
import { Failure } from '../../shell/failure.tsx';
import { Loading } from '../../shell/loading.tsx';
import { formatCount } from '../../texts/format-count.ts';
import { text } from '../../texts/text.ts';
import styles from './object-selector.module.css';
import type { Reference } from './reference.ts';

interface Properties {
  readonly model: ModelSummary;
  /** What narrows the list when it opens; it may be taken away here. */
  readonly parameters: URLSearchParams;
  readonly picked: ReadonlySet<number>;
  readonly multiple: boolean;
  readonly onPick: (object: Reference) => void;
  readonly onClose: () => void;
}

const most = 100;
const columnsAtMost = 6;

/** The list that an object is picked from, with its columns, its search and its filters. */
export function ObjectSelector(properties: Properties) {
  const { model, onClose } = properties;
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('form.selectorTitle', { label: model.label })}
      size={1100}
      closeOnEscape={false}
      // The form below in React's tree has keys of its own, which are not for here.
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
        event.stopPropagation();
      }}
    >
      <Suspense fallback={<Loading />}>
        <Selector {...properties} />
      </Suspense>
    </Modal>
  );
}

function Selector({ model: summary, parameters, picked, multiple, onPick, onClose }: Properties) {
  const model = useModel(summary.path);
  const { data: config } = useSuspenseQuery(userConfigQuery(useSession().user));
  const columns = useMemo(
    () => shownColumns(model, chosenColumns(model, config)).slice(0, columnsAtMost),
    [model, config],
  );
  const [state, setState] = useState(() => parseListState(parameters, model));
  const change = (part: Partial<typeof state>) => setState((before) => ({ ...before, ...part }));
  const list = useQuery({
    ...rowsQuery(model, listAddress({ model, columns, state }), { limit: most }),
    placeholderData: keepPreviousData,
  });
  const container = useRef<HTMLDivElement>(null);
  useTableKeys(container);
  const results = list.data?.results;
  const shown = multiple ? results?.filter(({ id }) => !picked.has(id)) : results;

  function choose(event: MouseEvent) {
    const row = (event.target as Element).closest<HTMLElement>('tr[data-href]');
    if (!row) return;
    // Its links are for picking here, not for leaving the form.
    event.preventDefault();
    event.stopPropagation();
    const object = shown?.find(({ id }) => row.dataset.href === `/${model.path}/${id}/`);
    if (object) onPick({ id: object.id, display: String(object.display ?? object.id) });
  }

  return (
    <div className={styles.selector}>
      <div className={styles.tools}>
        {model.search && <SearchBox value={state.search} onSearch={(search) => change({ search })} />}
        <AddFilter model={model} filters={state.filters} change={(filters) => change({ filters })} />
        <output className={styles.count}>{list.data && formatCount(list.data.count)}</output>
      </div>
      <FilterBar model={model} state={state} change={change} />
      {list.error ? (
        <Failure title={text('list.failed')} error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <div ref={container} className={styles.rows} onClickCapture={choose} aria-busy={list.isFetching}>
          <ObjectTable model={model} columns={columns} rows={shown} expected={8} />
          {shown?.length === 0 && <p className={styles.none}>{text('form.noObject')}</p>}
        </div>
      )}
      <div className={styles.foot}>
        {list.data && list.data.count > most && (
          <span className={styles.count}>{text('form.moreObjects', { count: list.data.count - most })}</span>
        )}
        <Button variant="default" onClick={onClose}>
          {text(multiple ? 'form.selectorDone' : 'form.cancel')}
        </Button>
      </div>
    </div>
  );
}
