import type { AnchorHTMLAttributes } from 'react';
import { basePath } from '../api/base-path.ts';

interface Properties extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A path of the interface: `/dcim/devices/?site_id=1`. */
  readonly to: string;
}

/**
 * A link inside the interface. A plain anchor that `useInternalLinks` catches: a table holds hundreds of them, and a
 * router's own link would render again at every change of the address.
 */
export function AppLink({ to, ...rest }: Properties) {
  return <a {...rest} href={basePath + to} data-internal="" />;
}
