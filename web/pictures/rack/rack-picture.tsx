import { AppLink } from '../../shell/app-link.tsx';
import { text } from '../../texts/text.ts';
import type { Rack, RackData } from './rack-data.ts';
import { type Face, RackFace } from './rack-face.tsx';
import styles from './rack-picture.module.css';

interface Properties {
  readonly rack: Rack;
  readonly data: RackData;
  readonly faces: readonly Face[];
  readonly images: boolean;
  readonly highlighted?: number;
}

/** A rack's sides next to each other, and below them what is in the rack without a place. */
export function RackPicture({ rack, data, faces, images, highlighted }: Properties) {
  const inside = data.devices.filter((device) => device.rack.id === rack.id);
  const reservations = data.reservations.filter((one) => one.rack.id === rack.id);
  const unplaced = inside.filter((device) => device.position === null);
  return (
    <div className={styles.picture}>
      <div className={styles.faces}>
        {faces.map((face) => (
          <RackFace
            key={face}
            rack={rack}
            face={face}
            devices={inside}
            reservations={reservations}
            images={images}
            {...(highlighted === undefined ? {} : { highlighted })}
          />
        ))}
      </div>
      {unplaced.length > 0 && (
        <p className={styles.unplaced}>
          <span>{text('rack.unplaced')}</span>
          {unplaced.map((device) => (
            <AppLink key={device.id} to={`/dcim/devices/${device.id}/`}>
              {device.display}
            </AppLink>
          ))}
        </p>
      )}
    </div>
  );
}
