import type { ValueProperties } from './value-properties.ts';

/** As it is: serials, VLAN ids and AS numbers don't want separators. */
export function NumberView({ value }: ValueProperties) {
  return <>{String(value)}</>;
}
