import { type ImportRow, refuseCell } from '#operations/import/import-row.ts';
import type { ImportRule } from '#operations/import/import-rule.ts';
import type { Naming } from '#operations/import/named-objects.ts';
import { changeObjects } from './change-objects.ts';
import { takeText } from './take-cell.ts';

const bays = new WeakMap<ImportRow, string>();

/** Devices that are put into a bay of another one, whose site and rack are theirs. */
export const deviceBays: ImportRule = {
  columns: [
    { name: 'parent', hint: 'The device that it is put into; it has its site and rack' },
    { name: 'device_bay', hint: 'The bay of that device' },
  ],
  names: ['parent'],
  async read(rows, { context, name }) {
    const { registry } = context;
    const given = rows.map((row) => ({
      row,
      parent: takeText(row, 'parent'),
      bay: takeText(row, 'device_bay'),
      key: undefined as string | undefined,
    }));
    // ---- The devices, then what they have
    await name(
      given.flatMap((one): Naming[] => {
        if (one.parent === undefined) return [];
        const site = one.row.keys.get('site');
        return [
          {
            model: registry.get('dcim.device'),
            text: one.parent,
            within: new Map(site === undefined ? [] : [['site', site]]),
            found: (key) => (one.key = key),
            refused: (message) => refuseCell(one.row, 'parent', message),
          },
        ];
      }),
    );
    const keys = given.flatMap(({ key }) => key ?? []);
    const places = new Map(
      keys.length === 0
        ? []
        : (await context.rows('select id, site_id, rack_id from dcim_device where id = any($1)', [`{${keys}}`])).map(
            ([id, site, rack]) => [id, { site: Number(site), rack: rack === null ? null : Number(rack) }] as const,
          ),
    );
    for (const { row, key } of given) if (key !== undefined) Object.assign(row.input, places.get(key));

    // ---- The bays
    await name(
      given.flatMap((one): Naming[] => {
        if (one.bay === undefined || (one.parent !== undefined && one.key === undefined)) return [];
        return [
          {
            model: registry.get('dcim.devicebay'),
            text: one.bay,
            within: new Map(one.key === undefined ? [] : [['device', one.key]]),
            strict: one.key !== undefined,
            found: (key) => bays.set(one.row, key),
            refused: (message) => refuseCell(one.row, 'device_bay', message),
          },
        ];
      }),
    );
  },
  async written(rows, where) {
    const entries = rows.flatMap((row) => {
      const bay = bays.get(row);
      return bay === undefined ? [] : [{ id: Number(bay), installed_device: Number(row.id) }];
    });
    await changeObjects(where, 'dcim.devicebay', entries);
  },
};
