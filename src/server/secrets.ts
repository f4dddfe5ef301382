import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkSettings, type Settings } from '#base/settings.ts';

/** The secrets an installation needs and nobody has to choose. */
type Secrets = Pick<Settings, 'SECRET_KEY' | 'API_TOKEN_PEPPERS'>;

/**
 * The secrets that the settings do not give, made once and kept in DATA_DIR, readable by its owner alone. Servers on
 * several machines must share them: they give SECRET_KEY and API_TOKEN_PEPPERS in SETTINGS_JSON.
 */
export async function keepSecrets(dataDirectory: string, given: Partial<Settings>): Promise<Secrets> {
  if (given.SECRET_KEY && given.API_TOKEN_PEPPERS) return given as Secrets;
  const file = join(dataDirectory, 'secrets.json');
  const kept = (await readKept(file)) ?? (await make(file));
  return {
    SECRET_KEY: given.SECRET_KEY || kept.SECRET_KEY,
    API_TOKEN_PEPPERS: given.API_TOKEN_PEPPERS ?? kept.API_TOKEN_PEPPERS,
  };
}

async function readKept(file: string): Promise<Secrets | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Error(`The secrets in ${file} cannot be read: ${error.message}`);
  });
  if (text === null) return null;
  try {
    const { settings } = checkSettings(JSON.parse(text) as Record<string, unknown>);
    if (settings.SECRET_KEY && settings.API_TOKEN_PEPPERS) return settings as Secrets;
  } catch (error) {
    throw new Error(`${file} does not hold the secrets it should: ${(error as Error).message}`);
  }
  throw new Error(
    `${file} lacks SECRET_KEY or API_TOKEN_PEPPERS. Without them no session and no v2 token can be checked.`,
  );
}

/** Of two processes that come here at once, the first one's secrets are kept: a link is made once. */
async function make(file: string): Promise<Secrets> {
  const random = () => randomBytes(48).toString('base64url');
  const secrets = { SECRET_KEY: random(), API_TOKEN_PEPPERS: { 1: random() } };
  const partial = `${file}.${process.pid}`;
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(partial, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await link(partial, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(partial);
  return (await readKept(file)) ?? secrets;
}
