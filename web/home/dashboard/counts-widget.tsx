import { useQueries, useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { RestList } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { capitalize } from '../../texts/capitalize.ts';
import { formatCount } from '../../texts/format-count.ts';
import { text } from '../../texts/text.ts';
import { countsQuery } from '../counts-query.ts';
import styles from './widgets.module.css';
import type { WidgetProperties } from './widgets.ts';

/** How many objects there are of some models, of those that filters find where there are any. */
export function CountsWidget({ widget }: WidgetProperties) {
  const { byId } = useModels();
  const named = Array.isArray(widget.config.models) ? widget.config.models.map(String) : [];
  const models = named.flatMap((name) => byId.get(name) ?? []);
  const filters = new URLSearchParams(parametersOf(widget.config.filters));
  const isFiltered = filters.size > 0;
  const all = useQuery({ ...countsQuery, enabled: !isFiltered });
  const filtered = useQueries({
    queries: models.map(({ api }) => ({
      queryKey: ['counts', api, filters.toString()],
      enabled: isFiltered,
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        request<RestList>(`/api/${api}/?${filters}&limit=1&fields=id`, { signal }).then(({ count }) => count),
    })),
  });
  if (models.length === 0) return <p className={styles.none}>{text('widget.noModels')}</p>;
  return (
    <ul className={styles.lines}>
      {models.map((model, index) => {
        const count = isFiltered ? filtered[index]?.data : all.data?.[model.id];
        return (
          <li key={model.id}>
            <AppLink to={`/${model.path}/${isFiltered ? `?${filters}` : ''}`} className={styles.line}>
              <span>{capitalize(model.plural)}</span>
              <span className={styles.number}>{count === undefined ? ' ' : formatCount(count)}</span>
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}

/** `{status: ['a', 'b'], q: 'x'}` as pairs. */
export function parametersOf(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    (Array.isArray(one) ? one : [one]).map((item): [string, string] => [name, String(item)]),
  );
}
