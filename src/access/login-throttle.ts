import { AccessError } from './access-error.ts';

export interface LoginThrottle {
  /**
   * Runs a check of a password, unless too many failed before: then it throws `tooManyLogins`. Checks of one user from
   * one address run one after the other, so that none slips by while others are being looked at.
   */
  attempt<T>(who: Attempt, check: () => Promise<T | null>): Promise<T | null>;
}

export interface Attempt {
  readonly username: string;
  readonly address: string | null;
}

interface Failures {
  count: number;
  readonly until: number;
}

/** Failures that are let pass within `seconds` of the first: of one user from one address, and of one address. */
export const loginLimits = { seconds: 900, perUser: 5, perAddress: 50, remembered: 10_000 } as const;

/**
 * Counts failed logins in this process's memory. Several processes count apart, which multiplies the few attempts that
 * are let pass by their number and costs no statement.
 */
export function createLoginThrottle(now: () => number = Date.now): LoginThrottle {
  const failures = new Map<string, Failures>();
  const queues = new Map<string, Promise<unknown>>();

  function refuseWhere(key: string, limit: number): void {
    const found = failures.get(key);
    if (!found) return;
    const left = found.until - now();
    if (left <= 0) failures.delete(key);
    else if (found.count >= limit) throw new AccessError('tooManyLogins', { seconds: String(Math.ceil(left / 1000)) });
  }

  function fail(key: string): void {
    const found = failures.get(key);
    if (found) found.count++;
    else {
      if (failures.size >= loginLimits.remembered) failures.delete(failures.keys().next().value!);
      failures.set(key, { count: 1, until: now() + loginLimits.seconds * 1000 });
    }
  }

  return {
    async attempt(who, check) {
      const address = `address ${who.address}`;
      const user = `user ${who.username.toLowerCase()} ${who.address}`;
      const run = async () => {
        refuseWhere(user, loginLimits.perUser);
        refuseWhere(address, loginLimits.perAddress);
        const found = await check();
        if (found === null) for (const key of [user, address]) fail(key);
        else failures.delete(user);
        return found;
      };
      const turn = (queues.get(user) ?? Promise.resolve()).then(run, run);
      queues.set(user, turn);
      try {
        return await turn;
      } finally {
        if (queues.get(user) === turn) queues.delete(user);
      }
    },
  };
}

/** The process's one throttle: a web login and a token's provision count together. */
export const loginThrottle = createLoginThrottle();
