import postgres from 'postgres';
import type { Queryable, Sql } from './connect.ts';

export interface Listener {
  notified(payload: string): void;
  /**
   * The connection listens: what is committed from now on is told. Called again with another one after it was lost, and
   * where this throws.
   */
  listening(connection: Queryable): void | Promise<void>;
}

export interface Listening {
  /** Resolves when the connection listens for the first time. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds between tries to get a lost connection back. */
const patience = { least: 100, most: 5_000 };

/** Listens to a channel on a connection of its own, which is opened again whenever it is lost. */
export function listen(sql: Sql, channel: string, listener: Listener): Listening {
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let connection = open();
  let first: { resolve(): void; reject(error: unknown): void } | undefined;
  const started = new Promise<void>((resolve, reject) => {
    first = { resolve, reject };
  });
  started.catch(() => {});

  function open(): Sql {
    // The pool's own settings; an option object that postgres.js has read may be given to it again.
    const own = postgres({
      ...sql.options,
      max: 1,
      idle_timeout: null,
      max_lifetime: null,
      onnotify: (name: string, payload: string) => {
        if (name === channel && !stopped) listener.notified(payload);
      },
      onclose: () => {
        if (own === connection) again();
      },
    } as unknown as postgres.Options<Record<string, never>>) as unknown as Sql;
    return own;
  }

  async function begin(): Promise<void> {
    const own = connection;
    try {
      await own.unsafe(`listen "${channel}"`);
      if (stopped || own !== connection) return;
      failures = 0;
      await listener.listening(own);
      first?.resolve();
    } catch {
      if (own === connection) again();
    }
  }

  function again(): void {
    if (stopped || timer) return;
    const lost = connection;
    timer = setTimeout(
      () => {
        timer = undefined;
        if (stopped) return;
        void lost.end({ timeout: 0 }).catch(() => {});
        connection = open();
        void begin();
      },
      Math.min(patience.least * 2 ** failures++, patience.most),
    );
  }

  void begin();
  return {
    started,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      first?.reject(new Error('The server stops.'));
      await connection.end({ timeout: 1 }).catch(() => {});
    },
  };
}
