import { fastify } from 'fastify';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { Configuration } from './configuration.ts';

export interface AppOptions {
  sql: Sql;
  settings: Settings;
  configuration: Configuration;
}

export interface App {
  /** Starts to listen; returns the address. */
  listen(target: { host: string; port: number }): Promise<string>;
  close(): Promise<void>;
}

/** The HTTP application: every surface, on one listener. */
export async function createApp(_options: AppOptions): Promise<App> {
  const server = fastify({ logger: false, forceCloseConnections: 'idle' });
  return {
    listen: (target) => server.listen(target),
    close: () => server.close(),
  };
}
