/** IPv4 or IPv6. */
export type Family = 4 | 6;

/** One address of either family. */
export interface Address {
  readonly family: Family;
  readonly value: bigint;
}

/** How many bits an address of the family has. */
export const bitsOf = (family: Family): 32 | 128 => (family === 4 ? 32 : 128);
