import type { CSSProperties } from 'react';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { label } from '../../texts/label.ts';
import { text } from '../../texts/text.ts';
import { inkOn } from '../ink-on.ts';
import type { DrawnDevice, Rack, Reservation } from './rack-data.ts';
import styles from './rack-face.module.css';
import { blocksOf, rowOf, unitsOf } from './rack-rows.ts';

export type Face = 'front' | 'rear';

interface Properties {
  readonly rack: Rack;
  readonly face: Face;
  readonly devices: readonly DrawnDevice[];
  readonly reservations: readonly Reservation[];
  /** Whether device types' pictures are shown. */
  readonly images: boolean;
  /** A device that stands out. */
  readonly highlighted?: number;
}

/** One side of a rack, to scale: half a unit is a row. Free units lead to the form of a device at that place. */
export function RackFace({ rack, face, devices, reservations, images, highlighted }: Properties) {
  const { user } = useSession();
  const mayAdd = may(user, 'dcim.add_device');
  const units = unitsOf(rack);
  const shown = devices.flatMap((device) => {
    const isSeen = device.face?.value === face || device.isFullDepth;
    return isSeen && device.position !== null && device.height > 0 ? [{ ...device, position: device.position }] : [];
  });
  const taken = new Set(
    shown.flatMap(({ position, height }) =>
      Array.from({ length: Math.ceil(height) + 1 }, (_, step) => Math.floor(position + step)).filter(
        (unit) => unit < position + height,
      ),
    ),
  );
  const reserved = new Map(reservations.flatMap((one) => one.units.map((unit) => [unit, one] as const)));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{text(face === 'front' ? 'rack.front' : 'rack.rear')}</figcaption>
      <ol
        className={styles.rack}
        style={{ '--rows': rack.u_height * 2 } as CSSProperties}
        aria-label={text(face === 'front' ? 'rack.frontOf' : 'rack.rearOf', { rack: rack.display })}
      >
        {units.map((unit) => {
          const row = rowOf(rack, unit, 1);
          const reservation = reserved.get(unit);
          return (
            <li key={`u${unit}`} className={styles.unit} style={{ gridRow: `${row} / span 2` }}>
              <span className={styles.number}>{unit}</span>
              {!taken.has(unit) && mayAdd && !reservation && (
                <AppLink
                  className={styles.free}
                  tabIndex={-1}
                  to={`/dcim/devices/add/?site=${rack.site.id}${rack.location ? `&location=${rack.location.id}` : ''}&rack=${rack.id}&position=${unit}&face=${face}`}
                  aria-label={text('rack.addAt', { unit })}
                >
                  +
                </AppLink>
              )}
            </li>
          );
        })}
        {blocksOf(
          units.filter((unit) => !taken.has(unit)),
          (unit) => reserved.get(unit),
        ).map(([unit, height, one]) => (
          <li
            key={`r${unit}`}
            className={styles.reserved}
            style={{ gridRow: `${rowOf(rack, unit, height)} / span ${2 * height}` }}
          >
            <AppLink to={`/dcim/rack-reservations/${one.id}/`} title={one.description}>
              <span>{one.description || text('rack.reserved')}</span>
            </AppLink>
          </li>
        ))}
        {shown.map((device) => {
          const isOwnFace = device.face?.value === face;
          const image = images ? device.images[face] : null;
          const title = [
            `${device.display} · ${device.device_type.display}`,
            `${device.role.display}, ${label(device.status.label)}`,
            text('rack.place', { position: String(device.position), height: String(device.height) }),
            device.tenant?.display,
            device.description,
          ]
            .filter(Boolean)
            .join('\n');
          return (
            <li
              key={device.id}
              className={isOwnFace ? styles.device : styles.behind}
              data-highlighted={device.id === highlighted ? '' : undefined}
              data-planned={device.status.value === 'active' ? undefined : ''}
              style={
                {
                  gridRow: `${rowOf(rack, device.position, device.height)} / span ${Math.round(device.height * 2)}`,
                  '--color': `#${device.color}`,
                  '--ink': inkOn(device.color),
                } as CSSProperties
              }
            >
              <AppLink to={`/dcim/devices/${device.id}/`} title={title}>
                {image && <img src={image} alt="" loading="lazy" />}
                <span>{device.display}</span>
              </AppLink>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
