import { whereSql } from '#database/select/where.ts';
import type { ActionRequest } from '#operations/action.ts';
import type { ElevationParameters, Face } from './elevation-parameters.ts';

/** A device as it is mounted in a rack. */
export interface MountedDevice {
  readonly id: string;
  /** The lowest unit that it fills. */
  readonly unit: number;
  readonly tall: number;
  readonly face: Face | null;
  /** Whether the asker may know what it is. */
  readonly isVisible: boolean;
}

/** The devices that one sees from a face or whose depth fills the rack, from the bottom up. */
export async function mountedDevices(
  { context, permits }: ActionRequest,
  rack: string,
  { face, exclude }: Pick<ElevationParameters, 'face' | 'exclude'>,
): Promise<MountedDevice[]> {
  const model = context.registry.get('dcim.device');
  const parameters = [rack, face, exclude ?? '0'];
  const visible = whereSql(permits(model, 'view'), { model, alias: 'd', parameters });
  const rows = await context.rows(
    `select d.id, d.position, dt.u_height, d.face, (${visible}) is true
      from dcim_device d join dcim_devicetype dt on dt.id = d.device_type_id
      where d.rack_id = $1 and d.position > 0 and dt.u_height > 0 and (d.face = $2 or dt.is_full_depth)
        and d.id <> $3::bigint
      order by d.position, d.id`,
    parameters,
  );
  return rows.map(([id, position, height, side, isVisible]) => ({
    id: id!,
    unit: Number(position),
    tall: Number(height),
    face: (side || null) as Face | null,
    isVisible: isVisible === 't',
  }));
}
