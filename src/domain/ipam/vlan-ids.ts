import { arrayElements } from '#fields/array-text.ts';

/** VLAN ids that IEEE 802.1Q lets be used: 0 and 4095 are reserved. */
export const vlanIds = { first: 1, last: 4094 } as const;

/** The ranges of a VLAN group's column, both ends included. */
export const vlanRanges = (text: string): { first: number; last: number }[] =>
  arrayElements(text).flatMap((range) => {
    const match = /^([[(])(-?\d+),(-?\d+)([\])])$/.exec(range ?? '');
    if (!match) return [];
    return [
      {
        first: Number(match[2]) + (match[1] === '(' ? 1 : 0),
        last: Number(match[3]) - (match[4] === ')' ? 1 : 0),
      },
    ];
  });
