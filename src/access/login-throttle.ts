import type { Queryable } from '#database/connect.ts';
import { AccessError } from './access-error.ts';
import {
  type FailureStore,
  type Failures,
  loginLimits,
  rememberedFailures,
  type Suspect,
  storedFailures,
} from './login-failures.ts';

export interface LoginThrottle {
  /**
   * Runs a check of a password, unless too many failed before: then it throws `tooManyLogins`. Checks of one user from
   * one address run one after the other, so that none slips by while others are being looked at; those of other
   * processes count when they end, and whoever ends after too many failures is told nothing of the password.
   */
  attempt<T>(who: Attempt, check: () => Promise<T | null>): Promise<T | null>;
}

export interface Attempt {
  /** Where failures are counted; null: in this process's memory. */
  readonly sql: Queryable | null;
  readonly username: string;
  readonly address: string | null;
}

/** Counts failed logins for all processes on a database. What is throttled has a name: each counts apart. */
export function createLoginThrottle(
  name: string,
  memory: FailureStore = rememberedFailures(),
  perUser: number = loginLimits.perUser,
): LoginThrottle {
  const queues = new Map<string, Promise<unknown>>();
  return {
    async attempt({ sql, username, address }, check) {
      const user = { key: `${name} user ${username.toLowerCase()} ${address}`, limit: perUser };
      const suspects: Suspect[] = [user, { key: `${name} address ${address}`, limit: loginLimits.perAddress }];
      const store = sql === null ? memory : orMemory(storedFailures(sql), memory);
      const run = async () => {
        refuse(suspects, await store.read(suspects), ({ count }, limit) => count >= limit);
        const found = await check();
        if (found === null) {
          refuse(suspects, await store.add(suspects), ({ count }, limit) => count > limit);
          return null;
        }
        const failures = await store.read(suspects);
        refuse(suspects, failures, ({ count }, limit) => count >= limit);
        if (failures[0]!.count > 0) await store.forget(user);
        return found;
      };
      const turn = (queues.get(user.key) ?? Promise.resolve()).then(run, run);
      queues.set(user.key, turn);
      try {
        return await turn;
      } finally {
        if (queues.get(user.key) === turn) queues.delete(user.key);
      }
    },
  };
}

function refuse(
  suspects: readonly Suspect[],
  failures: readonly Failures[],
  tooMany: (failures: Failures, limit: number) => boolean,
): void {
  suspects.forEach(({ limit }, index) => {
    const found = failures[index]!;
    if (tooMany(found, limit))
      throw new AccessError('tooManyLogins', { seconds: String(Math.max(1, Math.ceil(found.left))) });
  });
}

/** What PostgreSQL says where nothing can be written or made: a standby, a role without the right. */
const unwritable = new Set(['25006', '42501', '42P01', '3F000']);

/** Counts in memory what cannot be counted in the database. */
function orMemory(stored: FailureStore, memory: FailureStore): FailureStore {
  const attempt = async <T>(there: () => Promise<T>, here: () => Promise<T>): Promise<T> => {
    try {
      return await there();
    } catch (error) {
      if (unwritable.has(String((error as { code?: unknown }).code))) return here();
      throw error;
    }
  };
  return {
    read: (suspects) =>
      attempt(
        () => stored.read(suspects),
        () => memory.read(suspects),
      ),
    add: (suspects) =>
      attempt(
        () => stored.add(suspects),
        () => memory.add(suspects),
      ),
    forget: (suspect) =>
      attempt(
        () => stored.forget(suspect),
        () => memory.forget(suspect),
      ),
  };
}

/** A web login and a token's provision count together. */
export const loginThrottle = createLoginThrottle('login');
