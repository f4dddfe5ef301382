import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { geoGraticule10, geoMercator, geoPath } from 'd3-geo';
import { useMemo } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { basePath } from '../../api/base-path.ts';
import { text } from '../../texts/text.ts';
import styles from './site-map.module.css';

export interface Place {
  readonly id: number;
  readonly display: string;
  readonly latitude: number;
  readonly longitude: number;
}

interface Properties {
  readonly places: readonly Place[];
  /** The place in the middle; the whole of them where none is named. */
  readonly centre?: Place;
  /** Degrees of longitude that the width shows around the centre. */
  readonly span?: number;
  readonly height: number;
}

/** Outlines of the world's countries (Natural Earth, 1:50 million), in a file of our own. */
const outlines = {
  queryKey: ['outlines'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    const world = (await import('world-atlas/countries-50m.json')).default as unknown as Topology<{
      countries: GeometryCollection;
    }>;
    return feature(world, world.objects.countries);
  },
};

/** Places on a map that asks nobody: no tile server learns where they are. */
export function SiteMap({ places, centre, span = 14, height }: Properties) {
  const { ref, width } = useElementSize();
  const { data: countries } = useQuery(outlines);
  const projection = useMemo(() => {
    const mercator = geoMercator();
    if (centre)
      return mercator
        .center([centre.longitude, centre.latitude])
        .scale((Math.max(width, 1) / span) * (180 / Math.PI))
        .translate([width / 2, height / 2]);
    const points = { type: 'MultiPoint' as const, coordinates: places.map((one) => [one.longitude, one.latitude]) };
    const fitted = mercator.fitExtent(
      [
        [60, 40],
        [Math.max(width - 60, 61), height - 40],
      ],
      points,
    );
    // A single place, or places next to each other, would be shown from too near.
    return fitted.scale() > 4000 || !Number.isFinite(fitted.scale())
      ? mercator
          .center([places[0]?.longitude ?? 0, places[0]?.latitude ?? 0])
          .scale(4000)
          .translate([width / 2, height / 2])
      : fitted;
  }, [centre, places, span, width, height]);
  const path = geoPath(projection);
  return (
    <div ref={ref} className={styles.map} style={{ height }}>
      {width > 0 && (
        <svg width={width} height={height}>
          <title>{text('map.of', { name: centre?.display ?? text('map.other') })}</title>
          <path className={styles.grid} d={path(geoGraticule10()) ?? ''} />
          {countries && <path className={styles.land} d={path(countries) ?? ''} />}
          {places.map((place) => {
            const [x = 0, y = 0] = projection([place.longitude, place.latitude]) ?? [];
            if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return null;
            const isCentre = place.id === centre?.id;
            return (
              <a key={place.id} href={`${basePath}/dcim/sites/${place.id}/`} data-internal="" className={styles.place}>
                <circle cx={x} cy={y} r={isCentre ? 6 : 4} data-centre={isCentre ? '' : undefined} />
                <text x={x + (isCentre ? 10 : 8)} y={y + 4}>
                  {place.display}
                </text>
              </a>
            );
          })}
        </svg>
      )}
    </div>
  );
}
