import { createHash } from 'node:crypto';
import type { Queryable } from '#database/connect.ts';
import { loginTables } from './login-tables.ts';

/** Something that failures are held against, and how many of them are let pass. */
export interface Suspect {
  readonly key: string;
  readonly limit: number;
}

/** How often somebody failed of late, and for how many seconds that counts. */
export interface Failures {
  readonly count: number;
  readonly left: number;
}

/** Where failures are counted. */
export interface FailureStore {
  /** The failures that count now, in the order of the suspects. */
  read(suspects: readonly Suspect[]): Promise<Failures[]>;
  /** Counts one more against each; answers as `read` does. */
  add(suspects: readonly Suspect[]): Promise<Failures[]>;
  forget(suspect: Suspect): Promise<void>;
}

/** Failures that are let pass within `seconds` of the first: of one user from one address, and of one address. */
export const loginLimits = { seconds: 900, perUser: 5, perAddress: 50, remembered: 10_000 } as const;

/**
 * Failures in the database, where all processes see them. The table is not logged: a crash of the database forgets them,
 * and no login waits for the disk. Names are stored as digests, for people type passwords where names belong.
 */
export function storedFailures(sql: Queryable): FailureStore {
  const digest = ({ key }: Suspect) => createHash('sha256').update(key).digest('base64url');
  const inOrder = (suspects: readonly Suspect[], rows: readonly Row[]) =>
    suspects.map((suspect) => {
      const row = rows.find(({ key }) => key === digest(suspect));
      return { count: Number(row?.failed ?? 0), left: Number(row?.seconds ?? 0) };
    });
  const columns = 'key, failed, extract(epoch from until - now()) as seconds';
  return {
    async read(suspects) {
      await loginTables(sql);
      const rows = await sql.unsafe<Row[]>(
        `select ${columns} from patchbay.login_failure where key = any($1::text[]) and until > now()`,
        [`{${suspects.map(digest).join(',')}}`],
        { prepare: true },
      );
      return inOrder(suspects, rows);
    },
    async add(suspects) {
      const rows = await sql.unsafe<Row[]>(
        `insert into patchbay.login_failure as known (key, failed, until)
         select key, 1, now() + make_interval(secs => ${loginLimits.seconds}) from unnest($1::text[]) as key
         on conflict (key) do update set
           failed = case when known.until > now() then known.failed + 1 else 1 end,
           until = case when known.until > now() then known.until else excluded.until end
         returning ${columns}`,
        [`{${suspects.map(digest).join(',')}}`],
      );
      await sql.unsafe(`delete from patchbay.login_failure where key in (
        select key from patchbay.login_failure where until < now() limit 100 for update skip locked)`);
      return inOrder(suspects, rows);
    },
    async forget(suspect) {
      await sql.unsafe('delete from patchbay.login_failure where key = $1', [digest(suspect)]);
    },
  };
}

interface Row {
  key: string;
  failed: string;
  seconds: string;
}

/** Failures in this process's memory: where the database cannot be written. */
export function rememberedFailures(now: () => number = Date.now): FailureStore {
  const known = new Map<string, { count: number; until: number }>();
  const find = ({ key }: Suspect) => {
    const found = known.get(key);
    if (found && found.until > now()) return found;
    known.delete(key);
    return undefined;
  };
  const told = (suspect: Suspect): Failures => {
    const found = find(suspect);
    return found ? { count: found.count, left: (found.until - now()) / 1000 } : { count: 0, left: 0 };
  };
  return {
    async read(suspects) {
      return suspects.map(told);
    },
    async add(suspects) {
      for (const suspect of suspects) {
        const found = find(suspect);
        if (found) found.count++;
        else {
          if (known.size >= loginLimits.remembered) known.delete(known.keys().next().value!);
          known.set(suspect.key, { count: 1, until: now() + loginLimits.seconds * 1000 });
        }
      }
      return suspects.map(told);
    },
    async forget({ key }) {
      known.delete(key);
    },
  };
}
