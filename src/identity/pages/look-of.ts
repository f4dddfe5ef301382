import type { IncomingMessage } from 'node:http';
import { en } from '#identity/texts/en.ts';
import type { Look } from './page.ts';

/** The request as it came in, before its path was made that of oidc-provider's routes. */
export interface HandedOver extends IncomingMessage {
  /** How pages look that answer it. */
  identityLook?: Look;
}

/** How a page looks that oidc-provider answers with: as the request was handed over. */
export const lookOf = ({ req }: { readonly req: IncomingMessage }): Look =>
  (req as HandedOver).identityLook ?? { base: '', texts: en };
