/** Consecutive numbers (addresses of one family, VLAN ids, AS numbers), both ends included. */
export interface Span {
  readonly first: bigint;
  readonly last: bigint;
}
