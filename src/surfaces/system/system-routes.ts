import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loginTables } from '#access/login-tables.ts';
import { forbidden, HttpError } from '#base/http-error.ts';
import { defaultSettings, type SettingName, type Settings, settingNames } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { Registry } from '#registry/registry.ts';
import type { Visitor } from '../rest/parts.ts';
import type { LoggedIn, SystemFacts, SystemWorker } from './contract.ts';

export interface SystemParts {
  readonly sql: Sql;
  readonly registry: Registry;
  workers(): Promise<readonly SystemWorker[]>;
  /** Ours, and that of the NetBox whose interfaces we speak. */
  readonly version: string;
  readonly netboxVersion: string;
  settings(): Settings;
  /** Throws where the credentials are refused or missing. */
  visit(request: FastifyRequest): Promise<Pick<Visitor, 'asker'>>;
  /** The answer to an error. */
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
}

/** Settings that hold secrets: that they are given is told, and nothing of what they are. */
const secret = new Set<SettingName>([
  'SECRET_KEY',
  'API_TOKEN_PEPPERS',
  'SOCIAL_AUTH',
  'SSO_PROVIDERS',
  'HTTP_PROXIES',
]);

/** `GET /patchbay/system/`: what superusers are told of the program, its database, its settings and who is logged in. */
export async function systemRoutes(app: FastifyInstance, parts: SystemParts): Promise<void> {
  const { sql, registry, version, netboxVersion } = parts;
  const started = new Date(Date.now() - process.uptime() * 1000).toISOString();

  app.get('/patchbay/system/', async (request, reply) => {
    try {
      const { asker } = await parts.visit(request);
      if (asker.userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
      if (!asker.isSuperuser) throw forbidden();
      const settings = parts.settings();
      const [database, workers, objects, people] = await Promise.all([
        databaseFacts(sql),
        parts.workers(),
        objectCounts(sql, registry),
        loggedIn(sql),
      ]);
      return reply.header('cache-control', 'no-store').send({
        program: {
          version,
          netbox_version: netboxVersion,
          runtime: `Node.js ${process.versions.node}`,
          started,
          memory: process.memoryUsage().rss,
        },
        database,
        workers: workers.map(({ name, pid, busy, successful, failed }) => ({ name, pid, busy, successful, failed })),
        objects,
        people,
        settings: settingNames
          .filter((name) => JSON.stringify(settings[name]) !== JSON.stringify(defaultSettings[name]))
          .map((name) => ({ name, value: secret.has(name) ? null : settings[name], secret: secret.has(name) })),
      } satisfies SystemFacts);
    } catch (error) {
      return parts.refuse(reply, error);
    }
  });
}

async function databaseFacts(sql: Sql): Promise<SystemFacts['database']> {
  const [row] = await sql.unsafe(
    `select current_setting('server_version') as version, current_database() as name,
       pg_database_size(current_database()) as size,
       (select count(*) from pg_stat_activity where datname = current_database()) as connections`,
  );
  return {
    version: row!.version as string,
    name: row!.name as string,
    size: Number(row!.size),
    connections: Number(row!.connections),
  };
}

async function objectCounts(sql: Sql, registry: Registry): Promise<SystemFacts['objects']> {
  const models = registry.models.filter(({ rest, proxy }) => rest !== undefined && proxy === undefined);
  const rows = await sql.unsafe(
    models
      .map(({ name, table }) => `select '${name}' as name, count(*) as count from public."${table}"`)
      .join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
}

async function loggedIn(sql: Sql): Promise<readonly LoggedIn[]> {
  await loginTables(sql);
  const rows = await sql.unsafe(
    `select u.id, u.username, l.address, l.agent, l.provider,
       to_char(l.seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as seen
     from patchbay.login_session l
     join django_session s on s.session_key = l.session_key and s.expire_date > now()
     join users_user u on u.id = l.user_id
     order by l.seen desc limit 200`,
  );
  return rows.map((row) => ({ ...(row as unknown as LoggedIn), id: Number(row.id) }));
}
