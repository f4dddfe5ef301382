import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/request.ts';
import type { RestList } from '../../api/rest.ts';
import { AddFilter } from '../../filters/add-filter.tsx';
import { FilterBar } from '../../filters/filter-bar.tsx';
import { filterParameters } from '../../list/format-list-state.ts';
import { useListState } from '../../list/use-list-state.ts';
import { useModel } from '../../meta/use-model.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { Failure } from '../../shell/failure.tsx';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import styles from './elevations-page.module.css';
import { rackDataQuery } from './rack-data.ts';
import { RackPicture } from './rack-picture.tsx';

const step = 24;

/** `/dcim/rack-elevations/?site_id=1`: the racks of a list side by side, found by the list's own filters. */
export function ElevationsPage() {
  const model = useModel('dcim/racks');
  const [state, change] = useListState(model);
  const [limit, setLimit] = useState(step);
  const [faces, setFaces] = useLocalStorage<'front' | 'rear' | 'both'>({
    key: 'patchbay.rack-faces',
    defaultValue: 'front',
  });
  const [images, setImages] = useLocalStorage({ key: 'patchbay.rack-images', defaultValue: true });
  const filter = filterParameters(state);
  const count = useQuery({
    queryKey: ['racks', 'count', filter.toString()],
    queryFn: ({ signal }) => request<RestList>(`/api/dcim/racks/?${filter}&limit=1&fields=id`, { signal }),
  });
  const { data, error, refetch } = useQuery(rackDataQuery(`${filter}${filter.size > 0 ? '&' : ''}limit=${limit}`));
  const total = count.data?.count ?? 0;
  return (
    <div className={styles.page}>
      <title>{`${text('rack.page')} · ${text('app.name')}`}</title>
      <header className={styles.head}>
        <h1>{text('rack.page')}</h1>
        <span className={styles.count}>{data && text('rack.count', { shown: data.racks.length, count: total })}</span>
        <SegmentedControl
          size="xs"
          aria-label={text('rack.faces')}
          value={faces}
          onChange={(value) => setFaces(value as 'front')}
          data={[
            { value: 'front', label: text('rack.showFront') },
            { value: 'rear', label: text('rack.showRear') },
            { value: 'both', label: text('rack.showBoth') },
          ]}
        />
        <AddFilter model={model} filters={state.filters} change={(filters) => change({ filters })} />
        <Checkbox
          label={text('rack.images')}
          checked={images}
          onChange={(event) => setImages(event.currentTarget.checked)}
        />
      </header>
      <FilterBar model={model} state={state} change={change} />
      {error && <Failure title={text('list.failed')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.racks.length === 0 && <p className={styles.count}>{text('rack.none')}</p>}
      <div className={styles.racks} data-both={faces === 'both' ? '' : undefined}>
        {data?.racks.map((rack) => (
          <article key={rack.id}>
            <h2>
              <AppLink to={`/dcim/racks/${rack.id}/`}>{rack.display}</AppLink>
              <small>{rack.location?.display ?? rack.site.display}</small>
            </h2>
            <RackPicture
              rack={rack}
              data={data}
              faces={faces === 'both' ? ['front', 'rear'] : [faces]}
              images={images}
            />
          </article>
        ))}
      </div>
      {data && data.racks.length < total && (
        <Button variant="default" onClick={() => setLimit(limit + step)}>
          {text('rack.more')}
        </Button>
      )}
    </div>
  );
}
