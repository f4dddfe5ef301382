import { drawing, element, escaped } from '#base/svg/element.ts';
import { inkOn } from '#base/svg/ink-on.ts';
import type { ActionRequest } from '#operations/action.ts';
import { deviceFaces } from './device-faces.ts';
import type { ElevationParameters } from './elevation-parameters.ts';
import { highlightedDevices } from './highlighted-devices.ts';
import type { MountedDevice } from './mounted-devices.ts';
import { halfUnits, type RackFrame, unitsAbove } from './rack-frame.ts';
import { rackReservations } from './rack-reservations.ts';

/** What is drawn. */
interface Sheet {
  readonly rack: RackFrame;
  readonly parameters: ElevationParameters;
  readonly devices: readonly MountedDevice[];
}

/** Width of the rack's frame. */
const border = 2;

const style = `
svg{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:13px}
text{text-anchor:middle;dominant-baseline:central}
a{cursor:pointer;text-decoration:none}
.frame{fill:none;stroke:#495057;stroke-width:${border}}
.unit{fill:#868e96;font-size:10px}
.slot{fill:#f8f9fa;stroke:#dee2e6;stroke-width:1}
.add{fill:#228be6;opacity:0;font-size:11px}
a:hover .slot{fill:#e7f5ff}
a:hover .add{opacity:1}
.edge{fill:none;stroke:#343a40;stroke-width:1}
.over{fill:#fff;stroke:#000;stroke-width:3px;paint-order:stroke}
.blocked{fill:url(#blocked)}
.blocked-name{fill:#495057;font-size:11px}
.reservation{fill:url(#reserved);stroke:#e8590c;stroke-width:1}
.shaded{opacity:.35}
.highlighted{fill:none;stroke:#f03e3e;stroke-width:3}
`;

const hatches = element(
  'defs',
  {},
  ...[
    ['blocked', '#ced4da', '#adb5bd'],
    ['reserved', '#ffe8cc', '#fd7e14'],
  ].map(([id, ground, line]) =>
    element(
      'pattern',
      { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      element('rect', { width: 8, height: 8, fill: ground }),
      element('rect', { width: 3, height: 8, fill: line }),
    ),
  ),
);

/**
 * One side of a rack: unit numbers on the left, free units that lead to the form for a device there, devices in the
 * colour of their role or with the picture of their type, hatched what reaches through from the other side, and
 * reservations in the margin on the right.
 */
export async function drawElevation(request: ActionRequest, sheet: Sheet): Promise<string> {
  const { context } = request;
  const { rack, parameters, devices } = sheet;
  const { legendWidth, marginWidth, unitHeight, unitWidth, face } = parameters;
  const ids = devices.filter(({ isVisible }) => isVisible).map(({ id }) => id);
  const [faces, reservations, highlighted] = await Promise.all([
    deviceFaces(context, ids, face),
    rackReservations(request, rack.id),
    highlightedDevices(request, rack.id, parameters.highlight),
  ]);
  const left = legendWidth + border;
  const topOf = (what: { unit: number; tall: number }) => border + unitsAbove(rack, what) * unitHeight;
  const box = (what: { unit: number; tall: number }) => ({
    x: left,
    y: topOf(what),
    width: unitWidth,
    height: what.tall * unitHeight,
  });
  const whole = halfUnits(rack).filter(Number.isInteger);

  // ---- Unit numbers and free units
  const numbers = whole.map((unit) =>
    element('text', { class: 'unit', x: legendWidth / 2, y: topOf({ unit, tall: 1 }) + unitHeight / 2 }, String(unit)),
  );
  const taken = (unit: number) => devices.some((one) => one.unit < unit + 1 && one.unit + one.tall > unit);
  const slots = whole.map((unit) => {
    const place = box({ unit, tall: 1 });
    const slot = element('rect', { class: 'slot', ...place });
    if (taken(unit)) return slot;
    const at = new URLSearchParams({ site: rack.site, rack: rack.id, face, position: String(unit) });
    if (rack.location) at.set('location', rack.location);
    return element(
      'a',
      { href: `${context.base}/dcim/devices/add/?${at}`, target: '_parent' },
      slot,
      element('text', { class: 'add', x: left + unitWidth / 2, y: place.y + unitHeight / 2 }, 'add device'),
    );
  });

  // ---- Devices
  const mounted = devices.map((device) => {
    const look = faces.get(device.id);
    const place = box(device);
    const edge = element('rect', { class: 'edge', width: place.width, height: place.height });
    if (!look) return element('svg', place, blocked(place), edge);
    const isShaded = highlighted.size > 0 && !highlighted.has(device.id);
    return element(
      'a',
      { href: `${context.base}/dcim/devices/${device.id}/`, target: '_parent' },
      element('title', {}, escaped(look.title)),
      element(
        'svg',
        { ...place, class: isShaded ? 'shaded' : undefined },
        ...(device.face === face || device.face === null
          ? faceOf(look, { ...place, base: context.base, pictured: parameters.includesImages })
          : [blocked(place), element('text', { class: 'blocked-name', x: '50%', y: '50%' }, escaped(look.label))]),
        edge,
        ...(highlighted.has(device.id)
          ? [element('rect', { class: 'highlighted', width: place.width, height: place.height })]
          : []),
      ),
    );
  });

  // ---- Reservations
  const reserved = reservations.map(({ id, title, ...units }) =>
    element(
      'a',
      { href: `${context.base}/dcim/rack-reservations/${id}/`, target: '_parent' },
      element('title', {}, escaped(title)),
      element('rect', {
        class: 'reservation',
        x: left + unitWidth + border,
        y: topOf(units) + 1,
        width: Math.max(marginWidth - border, 1),
        height: units.tall * unitHeight - 2,
      }),
    ),
  );

  const height = rack.height * unitHeight;
  const frame = element('rect', {
    class: 'frame',
    x: left - border / 2,
    y: border / 2,
    width: unitWidth + border,
    height: height + border,
  });
  const size = { width: left + unitWidth + border + marginWidth, height: height + 2 * border };
  return drawing(size, style, hatches, ...numbers, ...slots, ...mounted, frame, ...reserved);
}

interface Place {
  readonly width: number;
  readonly height: number;
}

const blocked = ({ width, height }: Place): string => element('rect', { class: 'blocked', width, height });

function faceOf(
  { label, color, picture }: { label: string; color: string; picture: string | undefined },
  { width, height, base, pictured }: Place & { base: string; pictured: boolean },
): string[] {
  const ground = element('rect', { width, height, fill: `#${color}` });
  const name = (attributes: { class?: string; fill?: string }) =>
    element('text', { x: '50%', y: '50%', ...attributes }, escaped(label));
  if (!pictured || picture === undefined) return [ground, name({ fill: inkOn(color) })];
  const href = `${base}/media/${picture.split('/').map(encodeURIComponent).join('/')}`;
  return [
    ground,
    element('image', { href, width, height, preserveAspectRatio: 'xMidYMid slice' }),
    name({ class: 'over' }),
  ];
}
