import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** What a device takes of a rack, in half units. */
export interface Span {
  readonly from: number;
  readonly height: number;
  readonly face: string;
  readonly isFullDepth: boolean;
}

/** The rack's own units, in half units. */
interface Rack {
  readonly from: number;
  readonly to: number;
  readonly devices: Map<string, Span>;
}

const halves = (units: string | null): number => Math.round(Number(units ?? 0) * 2);

/** A span of a device; undefined where it takes no unit. */
export function spanOf({
  position,
  face,
  height,
  isFullDepth,
}: {
  position: string | null;
  face: string | null;
  height: string | null;
  isFullDepth: boolean;
}): Span | undefined {
  return position === null
    ? undefined
    : { from: halves(position), height: halves(height), face: face ?? '', isFullDepth };
}

/** Racks with what is mounted in them, followed along the drafts of a request. */
export class RackSpace {
  readonly #racks: ReadonlyMap<string, Rack>;

  private constructor(racks: ReadonlyMap<string, Rack>) {
    this.#racks = racks;
  }

  /** The racks that drafts of devices name: two statements. */
  static async of(drafts: readonly Draft[], context: WriteContext): Promise<RackSpace> {
    const keys = new Set(drafts.flatMap((draft) => (draft.get('position') === null ? [] : (draft.get('rack') ?? []))));
    return keys.size === 0 ? new RackSpace(new Map()) : RackSpace.read([...keys], context);
  }

  /** Racks by key. */
  static async read(keys: readonly string[], context: WriteContext): Promise<RackSpace> {
    const list = `{${keys.join(',')}}`;
    const [racks, devices] = await Promise.all([
      context.rows('select id, starting_unit, u_height from dcim_rack where id = any($1)', [list]),
      context.rows(
        `select d.rack_id, d.id, d.position, d.face, t.u_height, t.is_full_depth from dcim_device d
         join dcim_devicetype t on t.id = d.device_type_id where d.rack_id = any($1) and d.position >= 1`,
        [list],
      ),
    ]);
    const found = new Map(
      racks.map(([key, start, height]) => {
        const from = halves(start!);
        return [key!, { from, to: from + halves(height!), devices: new Map<string, Span>() }] as const;
      }),
    );
    for (const [rack, key, position, face, height, depth] of devices)
      found
        .get(rack!)!
        .devices.set(
          key!,
          spanOf({ position: position!, face: face ?? null, height: height!, isFullDepth: depth === 't' })!,
        );
    return new RackSpace(found);
  }

  /** Takes a device out, wherever it is. */
  remove(device: string): void {
    for (const { devices } of this.#racks.values()) devices.delete(device);
  }

  /** Counts a device where it will be. */
  put(rack: string, device: string, span: Span): void {
    this.#racks.get(rack)?.devices.set(device, span);
  }

  /** Whether a span of a rack is free: of both faces where the device is of full depth. */
  isFree(rack: string, wanted: Span, except?: string): boolean {
    const space = this.#racks.get(rack);
    if (!space) return true;
    const to = wanted.from + wanted.height;
    if (wanted.from < space.from || to > space.to || wanted.from >= space.to) return false;
    for (const [device, other] of space.devices) {
      if (device === except) continue;
      const meets = wanted.isFullDepth || other.isFullDepth || other.face === wanted.face;
      if (meets && wanted.from < other.from + other.height && other.from < to) return false;
    }
    return true;
  }
}
