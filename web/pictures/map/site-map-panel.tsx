import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../detail/panel.tsx';
import { text } from '../../texts/text.ts';
import type { PictureProperties } from '../picture-properties.ts';
import { placesQuery } from './places-query.ts';
import { SiteMap } from './site-map.tsx';

/** Where a site is, with the others around it; nothing for one without coordinates. */
export function SiteMapPanel({ object }: PictureProperties) {
  const { latitude, longitude } = object;
  const isPlaced = typeof latitude === 'number' && typeof longitude === 'number';
  const { data } = useQuery({ ...placesQuery, enabled: isPlaced });
  if (!isPlaced) return null;
  const centre = { id: object.id, display: String(object.display), latitude, longitude };
  const others = (data ?? []).filter(({ id }) => id !== object.id);
  return (
    <Panel title={text('map.title')}>
      <SiteMap places={[...others, centre]} centre={centre} height={260} />
    </Panel>
  );
}
