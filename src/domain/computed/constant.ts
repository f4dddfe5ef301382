import type { Computed } from '#operations/read/shapes.ts';

/** The same JSON text for every object. */
export const constant =
  (text: string): Computed =>
  ({ name }) => ({ name, columns: [], bind: () => ({ text: () => text }) });
