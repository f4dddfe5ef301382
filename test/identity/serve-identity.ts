import { after } from 'node:test';
import { defaultSettings, type Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { resources } from '#identity/administration/resources.ts';
import { writeObject } from '#identity/administration/write-object.ts';
import { makeTables } from '#identity/schema/make-tables.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { createApp } from '#server/app.ts';
import { readConfiguration } from '#server/configuration.ts';
import { LiveSettings } from '#server/live-settings.ts';
import type { TestDatabase } from '#test/database.ts';

export interface IdentityServer {
  /** `http://localhost:…`: passkeys need a name, not an address. */
  readonly address: string;
  readonly sql: Sql;
  /** Makes an object, as an administrator would; returns its id. */
  make(kind: keyof typeof resources, values: Record<string, unknown>): Promise<string>;
  /** Changes one. */
  change(kind: keyof typeof resources, id: string, values: Record<string, unknown>): Promise<string>;
}

export const identitySettings: Settings = {
  ...defaultSettings,
  SECRET_KEY: 'identity '.repeat(8),
  API_TOKEN_PEPPERS: { 1: 'pepper '.repeat(9) },
  IDENTITY_ENABLED: true,
};

/** Serves a database with the identity provider turned on, until the file's tests are over. */
export async function serveIdentity(
  { sql, url }: TestDatabase,
  given: Partial<Settings> = {},
): Promise<IdentityServer> {
  const settings = { ...identitySettings, ...given };
  const box = createSecretBox(settings.SECRET_KEY);
  await makeTables(sql, box);
  const { BASE_PATH } = settings;
  const configuration = readConfiguration({ DATABASE_URL: url, BASE_PATH, SETTINGS_JSON: JSON.stringify(settings) });
  const app = await createApp({ sql, settings: await LiveSettings.open(sql, configuration), configuration });
  const listening = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  after(() => app.close());
  const write = (kind: keyof typeof resources, id: string | undefined, values: Record<string, unknown>) =>
    sql.begin((transaction) =>
      writeObject({ resource: resources[kind], sql: transaction, box, checkExpression: async () => null, id, values }),
    ) as Promise<string>;
  return {
    address: `http://localhost:${listening.port}${settings.BASE_PATH && `/${settings.BASE_PATH}`}`,
    sql,
    make: (kind, values) => write(kind, undefined, values),
    change: write,
  };
}
