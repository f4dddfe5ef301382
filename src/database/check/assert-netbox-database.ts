import type { Queryable } from '../connect.ts';
import { netboxMigrations, requiredMigrations } from '../schema/migrations.ts';
import { DatabaseCheckError } from './errors.ts';

export interface NetBoxDatabase {
  /** Applications whose tables are not NetBox's: plugins, which are left untouched. */
  plugins: string[];
}

/** Applications that older NetBox versions and its parts have recorded under, and that say nothing of plugins. */
const historic = new Set(['admin', 'default', 'social_auth', 'secrets', 'django_rq', 'thumbnail', 'reversion']);

/**
 * Sees that a database was written by NetBox 4.7 and by no other version: its migrations are compared with ours.
 * Reads only. Throws a DatabaseCheckError whose `kind` tells an empty database apart.
 */
export async function assertNetBoxDatabase(sql: Queryable): Promise<NetBoxDatabase> {
  const [found] = await sql.unsafe(
    `select current_database() as name, to_regclass('public.django_migrations') is not null as migrations,
            (select count(*) from pg_tables where schemaname = 'public') as tables`,
  );
  const name = String(found?.name);
  if (found?.tables === '0') throw new DatabaseCheckError('empty', `The database "${name}" is empty.`);
  if (found?.migrations !== 't')
    throw new DatabaseCheckError(
      'foreign',
      `The database "${name}" is not NetBox's: it has tables, but no django_migrations. Give Patchbay a database of its own.`,
    );
  const rows = await sql.unsafe('select app, name from public.django_migrations').values();
  return compareMigrations(rows as unknown as [string, string][], name);
}

/** Judges the rows of a django_migrations. */
export function compareMigrations(
  rows: readonly (readonly [app: string, name: string])[],
  database: string,
): NetBoxDatabase {
  const key = ([app, name]: readonly [string, string]) => `${app}.${name}`;
  const applied = new Set(rows.map(key));
  const known = new Set(netboxMigrations.map(key));
  const apps = new Set(netboxMigrations.map(([app]) => app));
  const newest = new Map<string, number>();
  for (const [app, name] of netboxMigrations) newest.set(app, Math.max(newest.get(app) ?? 0, numberOf(name)));

  if (!rows.some(([app]) => app === 'dcim'))
    throw new DatabaseCheckError(
      'foreign',
      `The database "${database}" belongs to another Django program, not to NetBox.`,
    );
  const newer = rows.filter(
    (row) => apps.has(row[0]) && !known.has(key(row)) && numberOf(row[1]) > newest.get(row[0])!,
  );
  if (newer.length > 0)
    throw new DatabaseCheckError(
      'newer',
      `The database "${database}" belongs to a NetBox newer than 4.7.3, which Patchbay does not know yet: it has ${list(newer.map(key))}. ` +
        'Nothing was changed in it.',
    );
  const missing = requiredMigrations.filter((row) => !applied.has(key(row)));
  if (missing.length > 0)
    throw new DatabaseCheckError(
      'older',
      `The database "${database}" belongs to a NetBox older than 4.7.3: it lacks ${list(missing.map(key))}. ` +
        'Upgrade it with NetBox 4.7.3 first (its upgrade.sh, or "manage.py migrate"). Nothing was changed in it.',
    );
  return {
    plugins: [...new Set(rows.map(([app]) => app))].filter((app) => !apps.has(app) && !historic.has(app)).sort(),
  };
}

function numberOf(name: string): number {
  return Number.parseInt(name, 10) || 0;
}

function list(names: string[]): string {
  return names.length > 3 ? `${names.slice(-3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
