import type { ReadContext } from '#operations/read/context.ts';
import type { Face } from './elevation-parameters.ts';

/** How a device looks in a drawing. */
export interface DeviceFace {
  readonly label: string;
  readonly title: string;
  /** Its role's colour: six hexadecimal digits. */
  readonly color: string;
  /** Path of its type's picture below /media/; undefined where there is none. */
  readonly picture: string | undefined;
}

/** Looks of devices by key. A device with bays says how many of them are filled. */
export async function deviceFaces(
  context: ReadContext,
  ids: readonly string[],
  face: Face,
): Promise<ReadonlyMap<string, DeviceFace>> {
  const model = context.registry.get('dcim.device');
  const [rows, lines] = await Promise.all([
    context.rows(
      `select d.id, r.color, r.name, m.name || ' ' || dt.model, dt.u_height, dt.${face}_image, d.asset_tag, d.serial,
          (select count(*) || '/' || count(b.installed_device_id) from dcim_devicebay b where b.device_id = d.id)
        from dcim_device d join dcim_devicerole r on r.id = d.role_id
          join dcim_devicetype dt on dt.id = d.device_type_id join dcim_manufacturer m on m.id = dt.manufacturer_id
        where d.id = any($1)`,
      [`{${ids.join(',')}}`],
    ),
    context.load(context.shapes.of(model, 'display'), ids),
  ]);
  return new Map(
    rows.map(([id, color, role, type, height, picture, tag, serial, bays]) => {
      const line = lines.get(id!) ?? '';
      const [all, used] = bays!.split('/') as [string, string];
      const title = [
        `Name: ${line}`,
        `Role: ${role}`,
        `Device type: ${type} (${Number(height)}U)`,
        tag ? `Asset tag: ${tag}` : '',
        serial ? `Serial: ${serial}` : '',
      ];
      const label = all === '0' ? line : `${line} (${used}/${all})`;
      return [id!, { label, title: title.filter(Boolean).join('\n'), color: color!, picture: picture || undefined }];
    }),
  );
}
