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

/** Units that follow one another and have the same: the lowest one, how many, and what they have. */
export function blocksOf<T>(
  units: readonly number[],
  of: (unit: number) => T | undefined,
): readonly (readonly [lowest: number, height: number, T])[] {
  const blocks: [number, number, T][] = [];
  for (const unit of units.toSorted((a, b) => a - b)) {
    const one = of(unit);
    if (one === undefined) continue;
    const last = blocks.at(-1);
    if (last && last[2] === one && last[0] + last[1] === unit) last[1]++;
    else blocks.push([unit, 1, one]);
  }
  return blocks;
}
