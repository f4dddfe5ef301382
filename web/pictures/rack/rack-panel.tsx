import { Checkbox } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../detail/panel.tsx';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import type { PictureProperties } from '../picture-properties.ts';
import { rackDataQuery } from './rack-data.ts';
import type { Face } from './rack-face.tsx';
import styles from './rack-panel.module.css';
import { RackPicture } from './rack-picture.tsx';

/** The elevations of a rack on its page. */
export function RackPanel({ object }: PictureProperties) {
  return <RackPanelOf rackId={object.id} faces={['front', 'rear']} />;
}

/** The rack of a device, in which the device stands out; nothing for a device without a rack. */
export function DeviceRackPanel({ object }: PictureProperties) {
  const rack = object.rack as { id: number } | null | undefined;
  const face = (object.face as { value: Face } | null | undefined)?.value ?? 'front';
  return rack ? <RackPanelOf rackId={rack.id} faces={[face]} highlighted={object.id} /> : null;
}

interface Properties {
  readonly rackId: number;
  readonly faces: readonly Face[];
  readonly highlighted?: number;
}

function RackPanelOf({ rackId, faces, highlighted }: Properties) {
  const { data } = useQuery(rackDataQuery(`id=${rackId}`));
  const [images, setImages] = useLocalStorage({ key: 'patchbay.rack-images', defaultValue: true });
  const rack = data?.racks[0];
  return (
    <Panel
      title={highlighted === undefined ? text('rack.elevations') : text('rack.inRack', { rack: rack?.display ?? '' })}
    >
      <div className={styles.panel}>
        {rack && data ? (
          <RackPicture
            rack={rack}
            data={data}
            faces={faces}
            images={images}
            {...(highlighted === undefined ? {} : { highlighted })}
          />
        ) : (
          <Loading />
        )}
        {data?.devices.some((device) => device.images.front ?? device.images.rear) && (
          <Checkbox
            mt={8}
            label={text('rack.images')}
            checked={images}
            onChange={(event) => setImages(event.currentTarget.checked)}
          />
        )}
      </div>
    </Panel>
  );
}
