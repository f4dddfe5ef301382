import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { relatedRows } from '../rules/related-rows.ts';

/** What a device has from its type. */
export interface DeviceType {
  readonly height: string;
  readonly isFullDepth: boolean;
  readonly role: string | null;
  readonly manufacturer: string;
  readonly model: string;
  readonly defaults: {
    readonly airflow: string | null;
    readonly cooling_method: string | null;
    readonly platform: string | null;
  };
}

export type DeviceTypes = ReadonlyMap<string, DeviceType>;

/** The types of devices, by key: one statement. */
export async function deviceTypes(drafts: readonly Draft[], context: WriteContext): Promise<DeviceTypes> {
  const rows = await relatedRows(drafts, context, {
    relation: 'device_type',
    select:
      't.u_height, t.is_full_depth, t.subdevice_role, t.manufacturer_id, t.model, t.airflow, t.cooling_method, t.default_platform_id',
  });
  return new Map(
    [...rows].map(([key, row]) => {
      const [height, depth, role, manufacturer, model, airflow = null, cooling = null, platform = null] = row;
      return [
        key,
        {
          height: height!,
          isFullDepth: depth === 't',
          role: role ?? null,
          manufacturer: manufacturer!,
          model: model!,
          defaults: { airflow, cooling_method: cooling, platform },
        },
      ];
    }),
  );
}

/** The type of a device. */
export const typeOf = (draft: Draft, types: DeviceTypes): DeviceType => types.get(draft.get('device_type')!)!;
