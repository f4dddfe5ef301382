import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { chosenColumns } from '../list/chosen-columns.ts';
import { listAddress, rowsQuery } from '../list/list-query.ts';
import type { ActiveFilter } from '../list/list-state.ts';
import { ObjectTable } from '../list/object-table.tsx';
import { shownColumns } from '../list/shown-columns.ts';
import { useModel } from '../meta/use-model.ts';
import { useModels } from '../meta/use-models.ts';
import { useSession } from '../session/use-session.ts';
import { userConfigQuery } from '../session/user-config-query.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import { listPath } from './list-path.ts';
import styles from './related-table.module.css';

interface Properties {
  /** The list's model: `dcim.device`. */
  readonly model: string;
  /** What finds the rows that belong to the object; the first names it. */
  readonly filters: readonly ActiveFilter[];
  readonly total: number;
}

const rows = 25;

/** The first rows of what points here, in the columns of that model's own list but for the one that would repeat us. */
export function RelatedTable(properties: Properties) {
  return (
    <Suspense fallback={<Loading />}>
      <Table {...properties} />
    </Suspense>
  );
}

function Table({ model: id, filters, total }: Properties) {
  const summary = useModels().byId.get(id)!;
  const model = useModel(summary.path);
  const { data: config } = useSuspenseQuery(userConfigQuery(useSession().user));
  const repeated = filters[0]?.name.replace(/_id$/, '');
  const columns = shownColumns(model, chosenColumns(model, config)).filter((column) => column.name !== repeated);
  const state = { search: '', filters, savedFilters: [], sort: [] };
  const list = useQuery(rowsQuery(model, listAddress({ model, columns, state }), { limit: rows }));
  if (list.error) return <Failure title={text('list.failed')} error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <div className={styles.scroll}>
        <ObjectTable model={model} columns={columns} rows={list.data?.results} expected={Math.min(total, rows)} />
      </div>
      <div className={styles.foot}>
        <span>{text('list.range', { from: 1, to: Math.min(total, rows), count: total })}</span>
        <AppLink to={listPath(model, filters)}>{text('detail.viewAll')}</AppLink>
      </div>
    </>
  );
}
