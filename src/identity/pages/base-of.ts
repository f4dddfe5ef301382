import type { IncomingMessage } from 'node:http';

/** The request as it came in, before its path was made that of oidc-provider's routes. */
export interface HandedOver extends IncomingMessage {
  /** Prefix of every path. */
  identityBase?: string;
}

/** The prefix of every path, as the request was handed over with it. */
export const baseOf = ({ req }: { readonly req: IncomingMessage }): string => (req as HandedOver).identityBase ?? '';
