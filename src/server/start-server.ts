import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createSuperuser, hasNoUsers } from '#access/create-superuser.ts';
import { randomText } from '#access/make-token.ts';
import { makePassword } from '#access/password.ts';
import { passwordProblems } from '#access/password-validators/password-problems.ts';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { fillDemo } from '#domain/demo/fill-demo.ts';
import { createApp } from './app.ts';
import type { Configuration } from './configuration.ts';
import { createIdentityApp } from './identity-app.ts';
import { LiveSettings } from './live-settings.ts';
import { localRequest } from './local-request.ts';
import { type OpenOptions, openDatabase } from './open-database.ts';
import { openFolder } from './open-folder.ts';

export interface StartOptions extends OpenOptions {
  /** Whether to make a first superuser with a random password where nobody can log in. */
  welcome?: boolean;
  /** Whether to fill the empty database with the demo network. */
  demo?: boolean;
  /** What to serve, where it isn't everything. */
  alone?: 'identity';
}

export interface RunningServer {
  address: string;
  stop(): Promise<void>;
}

/** Starts everything in its order; what was started is stopped again when a later step fails. */
export async function startServer({
  welcome = false,
  demo = false,
  alone,
  ...options
}: StartOptions): Promise<RunningServer> {
  const { log } = options;
  const { configuration, folder } = await openFolder(options.configuration, process.env);
  const first = firstSuperuser(configuration, welcome);
  const database = await openDatabase({ ...options, configuration }).catch(async (error: unknown) => {
    await folder.close();
    throw error;
  });
  try {
    const settings = await LiveSettings.open(database.sql, configuration);
    if (configuration.unknownSettings.length > 0)
      log(`Settings that mean nothing here: ${configuration.unknownSettings.join(', ')}.`);
    if (first && (await hasNoUsers(database.sql))) await greet(database.sql, settings.current, first, log);
    if (demo) await makeDemo(database.sql, settings.current, log);
    const { sql, replicas } = database;
    const parts = { sql, settings, configuration, folder, ...(replicas ? { replicas } : {}) };
    const app = alone === 'identity' ? await createIdentityApp(parts) : await createApp(parts);
    for (const problem of app.problems) log(`Single sign-on: ${problem}`);
    const address = await app.listen({ host: configuration.host, port: configuration.port });
    return {
      address: configuration.basePath ? `${address}/${configuration.basePath}/` : `${address}/`,
      async stop() {
        await app.close();
        await folder.close();
        await database.close();
      },
    };
  } catch (error) {
    await folder.close();
    await database.close();
    throw error;
  }
}

interface FirstSuperuser {
  name: string;
  email: string;
  apiToken: string | null;
  password: string;
  /** Whether nobody knows the password yet. */
  random: boolean;
  hash(): Promise<string>;
}

/** The hash takes half a second of a processor: where it will be needed, it is made while the database starts. */
function firstSuperuser(
  { superuser, replay, databaseUrl, dataDirectory }: Configuration,
  welcome: boolean,
): FirstSuperuser | null {
  if (replay || !(welcome || superuser.password !== null)) return null;
  const password = superuser.password ?? randomText(16);
  const needed = databaseUrl === null && !existsSync(join(dataDirectory, 'postgres'));
  const early = needed ? makePassword(password) : null;
  early?.catch(() => {}); // reported by whoever asks for it
  return { ...superuser, password, random: superuser.password === null, hash: () => early ?? makePassword(password) };
}

async function greet(sql: Sql, settings: Settings, first: FirstSuperuser, log: (line: string) => void): Promise<void> {
  const { token } = await createSuperuser(sql, { ...first, passwordHash: await first.hash() }, settings);
  log(
    first.random
      ? `Created the superuser ${first.name} with the password ${first.password} (it is shown only this once).`
      : `Created the superuser ${first.name}.`,
  );
  const weak = first.random ? [] : await passwordProblems(first.password, settings, { username: first.name });
  if (weak.length > 0) log(`Change its password soon, it is weak: ${weak.join(' ')}`);
  if (token) log(`Its API token goes into the header "Authorization: ${token}".`);
}

async function makeDemo(sql: Sql, settings: Settings, log: (line: string) => void): Promise<void> {
  const begin = performance.now();
  await fillDemo(await localRequest(sql, settings));
  log(`Made the demo network in ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
}
