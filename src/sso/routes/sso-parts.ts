import type { FastifyRequest } from 'fastify';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { ProviderClient } from '../protocol/provider-client.ts';
import type { Provider } from '../settings/provider.ts';
import type { SsoSettings } from '../settings/sso-settings.ts';

/** What the addresses of single sign-on are made of. */
export interface SsoParts {
  readonly sql: Sql;
  readonly sso: SsoSettings;
  /** NetBox's settings in force. */
  settings(): Settings;
  client(provider: Provider): ProviderClient;
  /** `https://netbox.company`, with the base path, as the browser has it. */
  baseUrl(request: FastifyRequest): string;
  /** BASE_PATH without slashes at its ends. */
  readonly basePath: string;
}

/** What is known of a request for whoever looks who makes it. */
export const factsOf = ({ headers, ip, method }: FastifyRequest) => ({ headers, address: ip, method });
