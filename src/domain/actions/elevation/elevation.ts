import type { Action, ActionRequest, Answer } from '#operations/action.ts';
import { pageEnvelope, pageWindow } from '#operations/read/page-envelope.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { drawElevation } from './draw-elevation.ts';
import { type ElevationParameters, elevationParameters } from './elevation-parameters.ts';
import { type MountedDevice, mountedDevices } from './mounted-devices.ts';
import { halfUnits, type RackFrame } from './rack-frame.ts';

/** One side of a rack: its half units from top to bottom with the devices that fill them, or a drawing of it. */
export const elevation: Action = {
  model: 'dcim.rack',
  path: 'elevation',
  methods: ['GET'],
  async run(request) {
    const where = permitted(request, 'dcim.rack');
    const [id, site, location, height, start, countsDown] = await findRow(request, {
      model: 'dcim.rack',
      select: 't.id, t.site_id, t.location_id, t.u_height, t.starting_unit, t.desc_units',
      where,
    });
    const rack: RackFrame = {
      id: id!,
      site: site!,
      location: location!,
      height: Number(height),
      startingUnit: Number(start),
      countsDown: countsDown === 't',
    };
    const parameters = elevationParameters(request.query, request.settings);
    const devices = await mountedDevices(request, rack.id, parameters);
    if (parameters.render === 'json') return unitsAnswer(request, { rack, parameters, devices });
    const body = await drawElevation(request, { rack, parameters, devices });
    return { status: 200, body, type: 'image/svg+xml' };
  },
};

interface Mounted {
  readonly rack: RackFrame;
  readonly parameters: ElevationParameters;
  readonly devices: readonly MountedDevice[];
}

async function unitsAnswer(
  { context, query, path, settings }: ActionRequest,
  { rack, parameters, devices }: Mounted,
): Promise<Answer> {
  // ---- Devices by the half units that they fill
  const filled = new Map<number, MountedDevice>();
  for (const device of devices)
    for (let unit = device.unit; unit < device.unit + (parameters.expandsDevices ? device.tall : 0.5); unit += 0.5)
      filled.set(unit, device);

  // ---- Texts
  const model = context.registry.get('dcim.device');
  const ids = devices.filter(({ isVisible }) => isVisible).map(({ id }) => id);
  const [briefs, lines] = await Promise.all([
    context.load(context.shapes.of(model, 'brief'), ids),
    context.load(context.shapes.of(model, 'display'), ids),
  ]);
  const face = parameters.face === 'front' ? 'Front' : 'Rear';
  const textOf = (unit: number): string => {
    const device = filled.get(unit);
    const seen = device?.isVisible ? device : undefined;
    const name = `"U${unit}"`;
    return (
      `{"id":${unit.toFixed(1)},"name":${name},"face":{"value":"${parameters.face}","label":"${face}"},` +
      `"device":${(seen && briefs.get(seen.id)) ?? 'null'},"occupied":${device !== undefined},"display":${name},` +
      `"description":${seen ? JSON.stringify(lines.get(seen.id) ?? '') : 'null'}}`
    );
  };

  // ---- The page
  const { q } = parameters;
  const units = halfUnits(rack).filter(
    (unit) => q === undefined || unit.toFixed(1).includes(q) || `u${unit}`.includes(q),
  );
  const page = pageWindow(query, settings);
  const shown = units.slice(page.offset, page.limit === undefined ? undefined : page.offset + page.limit);
  const envelope = { ...page, count: units.length, address: `${context.base}${path}`, query };
  return { status: 200, json: pageEnvelope(envelope, shown.map(textOf)) };
}
