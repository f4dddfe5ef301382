import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';

export type Face = 'front' | 'rear';

/** What an elevation is asked to show. */
export interface ElevationParameters {
  readonly face: Face;
  readonly render: 'json' | 'svg';
  readonly unitWidth: number;
  readonly unitHeight: number;
  /** Width of the column of unit numbers. */
  readonly legendWidth: number;
  /** Width of the column of reservations. */
  readonly marginWidth: number;
  /** A device that is treated as not there. */
  readonly exclude: string | undefined;
  /** Whether a device is named at each unit that it fills, or only where it begins. */
  readonly expandsDevices: boolean;
  readonly includesImages: boolean;
  readonly q: string | undefined;
  /** Terms `name:value`: devices that any of them fits are brought out. */
  readonly highlight: readonly string[];
}

const truths = new Set(['t', 'y', 'yes', 'true', 'on', '1']);
const untruths = new Set(['f', 'n', 'no', 'false', 'off', '0']);

/** Reads the parameters; an empty value counts as absent. Throws 400 keyed by parameter. */
export function elevationParameters(query: URLSearchParams, settings: Settings): ElevationParameters {
  const errors: Record<string, string[]> = {};
  const given = (name: string) => query.getAll(name).at(-1) || undefined;

  function choice<T extends string>(name: string, values: readonly [T, ...T[]]): T {
    const text = given(name) ?? values[0];
    if (!(values as readonly string[]).includes(text)) errors[name] = [`"${text}" is not a valid choice.`];
    return text as T;
  }
  function integer(name: string): number | undefined {
    const text = given(name);
    if (text === undefined) return undefined;
    if (!/^\s*-?\d+(\.0*)?\s*$/.test(text)) errors[name] = ['A valid integer is required.'];
    return Number(text);
  }
  function flag(name: string): boolean {
    const text = given(name)?.toLowerCase();
    if (text === undefined || truths.has(text)) return true;
    if (!untruths.has(text)) errors[name] = ['Must be a valid boolean.'];
    return false;
  }
  const size = (name: string, fallback: number) => Math.min(Math.max(integer(name) ?? fallback, 1), 4000);

  const exclude = integer('exclude');
  const found: ElevationParameters = {
    face: choice('face', ['front', 'rear']),
    render: choice('render', ['json', 'svg']),
    unitWidth: size('unit_width', settings.RACK_ELEVATION_DEFAULT_UNIT_WIDTH),
    unitHeight: size('unit_height', settings.RACK_ELEVATION_DEFAULT_UNIT_HEIGHT),
    legendWidth: size('legend_width', 30),
    marginWidth: size('margin_width', 15),
    exclude: exclude === undefined ? undefined : String(exclude),
    expandsDevices: flag('expand_devices'),
    includesImages: flag('include_images'),
    q: given('q')?.toLowerCase(),
    highlight: query.getAll('highlight'),
  };
  if (Object.keys(errors).length > 0) throw new HttpError(400, errors);
  return found;
}
