import { testDatabase } from '../database.ts';
import { apiToken, newDataDirectory, startServer } from '../running-server.ts';

/** The built server with the demo network, for one test file. */
export interface Demo {
  /** Without a slash at its end. */
  readonly address: string;
  readonly token: string;
  /** What the server has said so far. */
  output(): string;
}

/** Starts it on a database of its own; it is stopped when the file's tests are done. */
export async function startDemo(settings: Readonly<Record<string, unknown>> = {}): Promise<Demo> {
  const { url } = await testDatabase({ empty: true });
  const { address, output } = await startServer(
    {
      DATABASE_URL: url,
      DATA_DIR: await newDataDirectory(),
      SUPERUSER_PASSWORD: 'secret-secret-1',
      SUPERUSER_API_TOKEN: apiToken,
      SETTINGS_JSON: JSON.stringify(settings),
    },
    { words: ['--demo'], built: true },
  );
  return { address: address.replace(/\/$/, ''), token: apiToken, output };
}
