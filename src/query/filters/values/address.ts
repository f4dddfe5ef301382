import { isIPv4, isIPv6 } from 'node:net';

/** The hexadecimal digits of a MAC address (12) or a World Wide Name (16) in any usual notation. */
export function hardwareAddress(text: string, digits: 12 | 16): string | undefined {
  const value = text.trim();
  const bare = value.replace(/[-:.\s]/g, '');
  if (/^[0-9a-f]+$/i.test(bare) && bare.length === digits) return bare.toLowerCase();
  // Groups whose leading zeros were left away: 0:1:2:3:4:5.
  const groups = value.split(/[-:]/);
  if (groups.length !== digits / 2 || !groups.every((group) => /^[0-9a-f]{1,2}$/i.test(group))) return undefined;
  return groups
    .map((group) => group.padStart(2, '0'))
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
