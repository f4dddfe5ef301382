import { isIPv4, isIPv6 } from 'node:net';

/** How the digits of an address may be grouped: how many groups, what parts them, how many digits each has. */
type Grouping = readonly [groups: number, separators: string, least: number, most: number];

const groupings: Readonly<Record<12 | 16, readonly Grouping[]>> = {
  12: [
    [6, ':-', 1, 2],
    [3, ':-.', 1, 4],
    [2, ':-', 5, 6],
    [1, '', 11, 12],
  ],
  16: [
    [8, ':-', 1, 2],
    [4, ':-.', 1, 4],
    [1, '', 16, 16],
  ],
};

/**
 * The hexadecimal digits of a MAC address (12) or a World Wide Name (16): in groups parted by one and the same
 * character, whose leading zeros may be left away (the notations that NetBox reads).
 */
export function hardwareAddress(text: string, digits: 12 | 16): string | undefined {
  const value = text.trim();
  const separator = /[-:.]/.exec(value)?.[0] ?? '';
  const groups = separator === '' ? [value] : value.split(separator);
  const known = groupings[digits].some(
    ([count, separators, least, most]) =>
      groups.length === count &&
      separators.includes(separator) &&
      groups.every((group) => /^[0-9a-f]+$/i.test(group) && group.length >= least && group.length <= most),
  );
  if (!known) return undefined;
  return groups
    .map((group) => group.padStart(digits / groups.length, '0'))
    .join('')
    .toLowerCase();
}

/** An address or network as PostgreSQL reads it, its bits right of the mask kept; undefined where it is neither. */
export function networkAddress(text: string): string | undefined {
  const [address, mask, ...more] = text.trim().split('/') as [string, string?, ...string[]];
  if (more.length > 0) return undefined;
  const bits = isIPv4(address) ? 32 : isIPv6(address) && !address.includes('%') ? 128 : 0;
  if (bits === 0) return undefined;
  if (mask === undefined) return address;
  return /^\d{1,3}$/.test(mask) && Number(mask) <= bits ? `${address}/${Number(mask)}` : undefined;
}

/** The address without its mask. */
export const hostOf = (address: string): string => address.split('/', 1)[0]!;
