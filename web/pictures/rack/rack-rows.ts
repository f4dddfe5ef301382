import type { Rack } from './rack-data.ts';

type Frame = Pick<Rack, 'u_height' | 'starting_unit' | 'desc_units'>;

/** The rack's units from top to bottom. */
export function unitsOf({ u_height, starting_unit, desc_units }: Frame): number[] {
  const upwards = Array.from({ length: u_height }, (_, index) => starting_unit + index);
  return desc_units ? upwards : upwards.reverse();
}

/** The row, counted in half units from 1 at the top, in which what is mounted at a unit begins. */
export function rowOf({ u_height, starting_unit, desc_units }: Frame, unit: number, height: number): number {
  const below = unit - starting_unit;
  return Math.round((desc_units ? below : u_height - below - height) * 2) + 1;
}
