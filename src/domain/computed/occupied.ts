import type { Computed } from '#operations/read/shapes.ts';
import { columnsPart } from './columns-part.ts';

/** Whether a cabled object is in use: marked as connected, or attached to a cable or a wireless link. */
export const occupied: Computed = ({ name, model }) => {
  const links = model.fields.has('wireless_link') ? ['cable_id', 'wireless_link_id'] : ['cable_id'];
  return columnsPart(name, ['mark_connected', ...links], ([marked, ...ids]) =>
    String(marked === 't' || ids.some((id) => id !== null)),
  );
};

/** Whether a device bay takes no device: disabled, or one is installed. */
export const deviceBayOccupied: Computed = ({ name }) =>
  columnsPart(name, ['enabled', 'installed_device_id'], ([enabled, device]) =>
    String(enabled === 'f' || device !== null),
  );
