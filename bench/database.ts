import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSuperuser } from '#access/create-superuser.ts';
import { defaultSettings } from '#base/settings.ts';
import { connect } from '#database/connect.ts';
import { type Embedded, startEmbedded } from '#database/embedded/start-embedded.ts';
import { createSchema } from '#database/schema/create-schema.ts';
import { schemaSql } from '#database/schema/schema-sql.ts';
import { registry } from '#models/registry.ts';
import { removeDataDirectory } from '#test/temporary-postgres.ts';
import { statementsOf } from './scale-script.ts';

const scaleScript = fileURLToPath(new URL('../../shared/bench/scale.sql', import.meta.url));
const cache = fileURLToPath(new URL('../.cache/bench/', import.meta.url));

/** The token that every request is made with. */
export const apiToken = 'be4c40123456789abcdef0123456789abcdef012';

/**
 * A PostgreSQL of its own that holds the large network. It is filled once and kept, until the schema, the script or
 * the number of devices is another.
 */
export async function openScaleDatabase(devices: number): Promise<Embedded> {
  if (!existsSync(scaleScript))
    throw new Error('The script that makes the large network (../shared/bench/scale.sql) is not there.');
  const script = await readFile(scaleScript, 'utf8');
  const version = createHash('sha256')
    .update(`${devices}\n${script}\n${schemaSql(registry)}`)
    .digest('hex')
    .slice(0, 12);
  const dataDirectory = join(cache, version);
  const ready = join(dataDirectory, 'filled');
  if (!existsSync(ready)) {
    await mkdir(cache, { recursive: true });
    for (const name of await readdir(cache)) await removeDataDirectory(join(cache, name));
  }
  const embedded = await startEmbedded({ dataDirectory });
  if (existsSync(ready)) return embedded;
  try {
    await fill(embedded.url, statementsOf(script, { devices: String(devices) }));
    await writeFile(ready, '');
    return embedded;
  } catch (error) {
    await embedded.stop();
    await removeDataDirectory(dataDirectory);
    throw error;
  }
}

async function fill(url: string, script: string): Promise<void> {
  const sql = connect(url, { max: 1 });
  try {
    await createSchema(sql);
    await sql.unsafe(script).simple();
    await createSuperuser(sql, { name: 'bench', email: '', passwordHash: '!', apiToken }, defaultSettings);
    await sql.unsafe('vacuum analyze');
  } finally {
    await sql.end({ timeout: 1 });
  }
}
