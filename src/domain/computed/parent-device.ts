import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';

interface Loaded {
  readonly devices: ReadonlyMap<string, string>;
  readonly bays: ReadonlyMap<string, string>;
  readonly bayOf: ReadonlyMap<string, { readonly bay: string; readonly device: string }>;
}

/** The device in whose bay this device is installed, with that bay; null for a device in no bay. */
export const parentDevice: Computed = ({ name, model, shapes }) => ({
  name,
  columns: [keyColumn(model)],
  bind: () => ({
    async load(rows, context): Promise<Loaded | undefined> {
      const found = await context.rows(
        'select installed_device_id, id, device_id from dcim_devicebay where installed_device_id = any($1)',
        [`{${rows.map((row) => row[0]).join(',')}}`],
      );
      if (found.length === 0) return undefined;
      const [devices, bays] = await Promise.all([
        context.load(
          shapes.of(model, 'nested'),
          found.map(([, , device]) => device!),
        ),
        context.load(
          shapes.of(shapes.registry.get('dcim.devicebay'), 'nested'),
          found.map(([, bay]) => bay!),
        ),
      ]);
      return {
        devices,
        bays,
        bayOf: new Map(found.map(([installed, bay, device]) => [installed!, { bay: bay!, device: device! }])),
      };
    },
    text(row, state) {
      const loaded = state as Loaded | undefined;
      const place = loaded?.bayOf.get(row[0]!);
      if (!loaded || !place) return 'null';
      return `${loaded.devices.get(place.device)!.slice(0, -1)},"device_bay":${loaded.bays.get(place.bay)}}`;
    },
  }),
});
