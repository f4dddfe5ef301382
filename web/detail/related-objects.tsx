import { useHotkeys } from '@mantine/hooks';
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ModelMeta, ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestList, RestObject } from '../api/rest.ts';
import { filterParameters } from '../list/format-list-state.ts';
import type { ActiveFilter } from '../list/list-state.ts';
import { useTableKeys } from '../list/use-table-keys.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import { containedLists } from './contained-lists.ts';
import { listPath } from './list-path.ts';
import { relatedCountsQuery } from './related-counts-query.ts';
import styles from './related-objects.module.css';
import { RelatedTable } from './related-table.tsx';

interface Found {
  readonly key: string;
  readonly model: string;
  readonly label: string;
  readonly filters: readonly ActiveFilter[];
  readonly total: number;
}

/** What points at this object: a count a relation, and the rows of the chosen one. */
export function RelatedObjects({ model, object }: { readonly model: ModelMeta; readonly object: RestObject }) {
  const { byId } = useModels();
  const { user } = useSession();
  const container = useRef<HTMLElement>(null);
  const [chosen, choose] = useState<string>();
  useTableKeys(container);
  useHotkeys([['R', () => container.current?.querySelector('a')?.focus()]]);
  const seen = (name: string) => byId.has(name) && (!user || may(user, viewPermission(name)));
  const related = model.related.filter((one) => seen(one.model));
  const lists = containedLists(model.id, object).filter((one) => seen(one.model));
  const asked = related.some((one) => one.count === undefined);
  const counts = useQuery({ ...relatedCountsQuery(model, String(object.id)), enabled: asked });
  const inside = useQueries({ queries: lists.map((list) => countQuery(byId.get(list.model)!, list.filters)) });
  const found: Found[] = [
    ...lists.map((list, index) => ({
      key: list.label,
      model: list.model,
      label: text(list.label),
      filters: list.filters,
      total: inside[index]?.data ?? 0,
    })),
    ...related.map((one) => ({
      key: `${one.model} ${one.filter}`,
      model: one.model,
      label: one.label,
      filters: [{ name: one.filter, lookup: '', values: [String(object.id)] }],
      total: Number(one.count ? object[one.count] : counts.data?.[`${one.model} ${one.filter}`]) || 0,
    })),
  ].filter(({ total }) => total > 0);
  const pending = (asked && counts.isPending) || inside.some(({ isPending }) => isPending);
  const open = found.find(({ key }) => key === chosen) ?? (pending ? undefined : found[0]);
  if (related.length === 0 && lists.length === 0) return null;
  return (
    <section ref={container} className={styles.related} aria-label={text('detail.related')}>
      <div className={styles.tabs}>
        {found.map((one) => (
          <AppLink
            key={one.key}
            to={listPath(byId.get(one.model)!, one.filters)}
            className={styles.tab}
            aria-current={one === open ? 'true' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              choose(one.key);
            }}
          >
            {one.label}
            <span className={styles.count}>{formatCount(one.total)}</span>
          </AppLink>
        ))}
        {found.length === 0 && (
          <span className={styles.none}>
            {pending ? text('detail.relatedLoading') : text('detail.noRelated', { label: model.label })}
          </span>
        )}
      </div>
      {open && <RelatedTable key={open.key} model={open.model} filters={open.filters} total={open.total} />}
    </section>
  );
}

/** `dcim.device` → `dcim.view_device` */
function viewPermission(model: string): string {
  return model.replace('.', '.view_');
}

/** How many objects of a list the filters find. */
const countQuery = (model: ModelSummary, filters: readonly ActiveFilter[]) =>
  queryOptions({
    queryKey: ['count', model.id, filters],
    queryFn: async ({ signal }) => {
      const parameters = filterParameters({ search: '', filters, savedFilters: [] });
      return (await request<RestList>(`/api/${model.api}/?${parameters}&limit=1&fields=id`, { signal })).count;
    },
  });
