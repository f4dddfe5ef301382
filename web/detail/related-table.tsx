import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { RelatedMeta } from '../../src/surfaces/meta/contract.ts';
import { chosenColumns } from '../list/chosen-columns.ts';
import { listAddress, rowsQuery } from '../list/list-query.ts';
import { ObjectTable } from '../list/object-table.tsx';
import { shownColumns } from '../list/shown-columns.ts';
import { useModel } from '../meta/use-model.ts';
import { useModels } from '../meta/use-models.ts';
import { useSession } from '../session/use-session.ts';
import { userConfigQuery } from '../session/user-config-query.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import styles from './related-table.module.css';

interface Properties {
  readonly related: RelatedMeta;
  readonly objectId: number;
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

function Table({ related, objectId, total }: Properties) {
  const summary = useModels().byId.get(related.model)!;
  const model = useModel(summary.path);
  const { data: config } = useSuspenseQuery(userConfigQuery(useSession().user));
  const repeated = related.filter.replace(/_id$/, '');
  const columns = shownColumns(model, chosenColumns(model, config)).filter((column) => column.name !== repeated);
  const filters = [{ name: related.filter, lookup: '', values: [String(objectId)] }];
  const state = { search: '', filters, savedFilters: [], sort: [] };
  const list = useQuery(rowsQuery(model, listAddress({ model, columns, state }), { limit: rows }));
  if (list.error) return <Failure title={text('list.failed')} error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <div className={styles.scroll}>
        <ObjectTable model={model} columns={columns} rows={list.data?.results} expected={Math.min(total, rows)} />
      </div>
      <div className={styles.foot}>
        <span>{text('list.range', { from: 1, to: Math.min(total, rows), count: formatCount(total) })}</span>
        <AppLink to={`/${model.path}/?${related.filter}=${objectId}`}>{text('detail.viewAll')}</AppLink>
      </div>
    </>
  );
}
