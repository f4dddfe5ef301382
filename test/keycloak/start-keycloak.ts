import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const version = '26.5.6';
const artifact = `org.keycloak:keycloak-quarkus-dist:${version}:zip`;
const kept = join(
  homedir(),
  `.m2/repository/org/keycloak/keycloak-quarkus-dist/${version}/keycloak-quarkus-dist-${version}.zip`,
);

/** A Keycloak of one's own, with an administrator of this name and password. */
export interface Keycloak {
  readonly version: string;
  readonly address: string;
  stop(): Promise<void>;
}

export const keycloakAdministrator = { username: 'admin', password: 'admin of a test' };

/**
 * Takes Keycloak's distribution (KEYCLOAK_ZIP, else Maven's copy, which is fetched where there is none), and starts it
 * for development on a free port, with a heap of 512 MB. Needs Java 17 or later.
 */
export async function startKeycloak(): Promise<Keycloak> {
  const directory = mkdtempSync(join(tmpdir(), 'keycloak-'));
  execFileSync('unzip', ['-q', distribution(), '-d', directory]);
  const port = await freePort();
  const child = spawn(
    join(directory, readdirSync(directory)[0]!, 'bin/kc.sh'),
    ['start-dev', '--http-host=127.0.0.1', `--http-port=${port}`, '--log-level=warn'],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx512m',
        KC_BOOTSTRAP_ADMIN_USERNAME: keycloakAdministrator.username,
        KC_BOOTSTRAP_ADMIN_PASSWORD: keycloakAdministrator.password,
      },
    },
  );
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await ready(child, `${address}/realms/master`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { version, address, stop };
}

function distribution(): string {
  const given = process.env.KEYCLOAK_ZIP;
  if (given) return given;
  if (!existsSync(kept))
    execFileSync('mvn', ['-q', '-B', 'dependency:get', `-Dartifact=${artifact}`], { stdio: 'inherit' });
  return kept;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream!.on('data', (chunk: Buffer) => (said += chunk));
  for (let second = 0; second < 300; second += 1) {
    if (child.exitCode !== null) throw new Error(`Keycloak ended:\n${said}`);
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`Keycloak is not up after five minutes:\n${said}`);
}

/** The script starts Java as its child: both are of one group. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGTERM');
  await ended;
}
