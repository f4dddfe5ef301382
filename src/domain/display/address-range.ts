import type { DisplayBehaviour } from '#operations/read/shapes.ts';
import { columnsPart } from '../computed/columns-part.ts';

/**
 * The line of a range: parts of both addresses that are equal at the same place, then what is left of each:
 * `10.0.0.5-20/24`. Equal parts behind a different one are taken out too, as NetBox does.
 */
export function rangeLine(start: string, end: string): string {
  const [startHost, mask] = start.split('/') as [string, string];
  const [endHost] = end.split('/') as [string];
  if (startHost === endHost) return `${startHost}-${endHost}/${mask}`;
  const separator = startHost.includes(':') ? ':' : '.';
  const from = startHost.split(separator);
  const to = endHost.split(separator);
  const shared = from.slice(0, to.length).filter((part, index) => part === to[index]);
  const left = (parts: string[]) => parts.slice(shared.length).join(separator);
  return `${shared.join(separator)}${separator}${left(from)}-${left(to)}/${mask}`;
}

const withMask = (address: string): string =>
  address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`;

/** A range of addresses in one line. */
export const addressRange: DisplayBehaviour = () =>
  columnsPart('display', ['start_address', 'end_address'], ([start, end]) =>
    rangeLine(withMask(start!), withMask(end!)),
  );
