import { connect, type Sql, servingPool } from '#database/connect.ts';
import { createApp } from '#server/app.ts';
import { readConfiguration } from '#server/configuration.ts';
import { LiveSettings } from '#server/live-settings.ts';
import { processorTime } from './processor-time.ts';
import { benchSettings } from './recorded.ts';
import type { Prepared, WriteScenario, WriteSequence } from './write-scenarios.ts';

/** What was measured of one write: seconds of the request, and of PostgreSQL writing the same rows and nothing else. */
export interface WriteResult {
  readonly scenario: Pick<WriteScenario, 'name' | 'what' | 'aim'>;
  readonly objects: number;
  readonly statements: number;
  readonly seconds: number;
  readonly bare: number | undefined;
  /** Seconds of processor time, the server's and PostgreSQL's together. */
  readonly processor: number | undefined;
}

interface Where {
  /** The server's address, without a slash at its end. */
  readonly address: string;
  readonly token: string;
}

/** Makes what the sequences need, where an earlier run has not. */
export async function prepareWrites(where: Where): Promise<Prepared> {
  const find = async (path: string): Promise<{ id: number }[]> =>
    ((await request(where, { method: 'GET', path })) as { results: { id: number }[] }).results;
  const make = (path: string, body: unknown) => request(where, { method: 'POST', path, body });
  const [known] = await find('dcim/device-types/?slug=bench-48&fields=id');
  let deviceType = known?.id;
  if (deviceType === undefined) {
    const type = { manufacturer: 1, model: 'Bench 48', slug: 'bench-48' };
    deviceType = ((await make('dcim/device-types/', type)) as { id: number }).id;
    const of = (names: readonly string[], more: object = {}) =>
      names.map((name) => ({ device_type: deviceType, name, ...more }));
    const ports = Array.from({ length: 48 }, (_, index) => `Ethernet1/${index + 1}`);
    await make('dcim/interface-templates/', of(ports, { type: '10gbase-x-sfpp' }));
    await make('dcim/power-port-templates/', of(['PSU1', 'PSU2']));
    await make('dcim/console-port-templates/', of(['Console']));
  }
  const free = (await find('dcim/interfaces/?name=Ethernet8&cabled=false&limit=400&fields=id')).map(({ id }) => id);
  return { deviceType, role: 1, site: 1, sides: [free.slice(0, 200), free.slice(200, 400)] };
}

/** Runs a sequence over and over: medians of its requests, and of the bare statements on the same rows. */
export async function measureSequence(
  { steps, tables }: WriteSequence,
  { where, sql, url, turns, pid }: { where: Where; sql: Sql; url: string; turns: number; pid: number },
): Promise<WriteResult[]> {
  const counted = await countStatements(steps, { url, token: where.token });
  const times = steps.map((): number[] => []);
  const bare = steps.map((): number[] => []);
  const used = steps.map((): number[] => []);
  let objects = 0;
  for (let turn = 0; turn <= turns; turn++) {
    let ids: number[] = [];
    for (const [index, step] of steps.entries()) {
      const body = step.body(ids, turn);
      const before = await processorTime(sql, pid);
      const begin = performance.now();
      const answer = await request(where, { ...step, path: `${step.path}/`, body }, () => performance.now() - begin);
      // The first turn warms everything up.
      const after = await processorTime(sql, pid);
      if (turn > 0) {
        times[index]!.push(answer.took);
        if (before !== undefined && after !== undefined) used[index]!.push(after - before);
      }
      if (index > 0) continue;
      ids = (answer.json as { id: number }[]).map(({ id }) => id);
      objects = ids.length;
      if (turn > 0)
        for (const [at, took] of (await bareTimes(sql, { steps, tables, ids })).entries()) bare[at]!.push(took);
    }
  }
  return steps.map((scenario, index) => ({
    scenario: {
      name: scenario.name,
      what: scenario.what,
      ...(scenario.aim === undefined ? {} : { aim: scenario.aim }),
    },
    objects,
    statements: counted[index]!,
    seconds: median(times[index]!) / 1000,
    bare: bare[index]!.length > 0 ? median(bare[index]!) / 1000 : undefined,
    processor: used[index]!.length > 0 ? median(used[index]!) : undefined,
  }));
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/**
 * What PostgreSQL takes for the rows alone, in milliseconds, each step in a transaction that is undone: the rows that
 * were made are put aside and inserted again, changed, and deleted.
 */
async function bareTimes(
  sql: Sql,
  { steps, tables, ids }: Pick<WriteSequence, 'steps' | 'tables'> & { ids: readonly number[] },
): Promise<number[]> {
  const keys = [`{${ids.join(',')}}`];
  const [first] = tables[0]!;
  const found = new Map<string, number>();
  const timed = async (run: () => Promise<unknown>): Promise<number> => {
    const begin = performance.now();
    await run();
    return performance.now() - begin;
  };
  await sql
    .begin(async (transaction) => {
      // Deletions would otherwise look for rows of other tables that belong to these.
      await transaction.unsafe("set local session_replication_role = 'replica'");
      for (const [table, belongs] of tables)
        await transaction.unsafe(
          `create temp table bare_${table} on commit drop as select * from ${table} t where ${belongs}`,
          keys,
        );
      const all = async (statement: (table: string, belongs: string) => [text: string, parameters: string[]]) => {
        for (const [table, belongs] of tables) await transaction.unsafe(...statement(table, belongs));
      };
      found.set(
        'PATCH',
        await timed(() => transaction.unsafe(`update ${first} t set last_updated = now() where t.id = any($1)`, keys)),
      );
      found.set(
        'DELETE',
        await timed(() => all((table, belongs) => [`delete from ${table} t where ${belongs}`, keys])),
      );
      found.set('POST', await timed(() => all((table) => [`insert into ${table} select * from bare_${table}`, []])));
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return steps.map(({ method }) => found.get(method)!);
}

class Undone extends Error {}

/** How many statements the server sends for each step, counted in this process. */
async function countStatements(
  steps: readonly WriteScenario[],
  { url, token }: { url: string; token: string },
): Promise<number[]> {
  let statements = 0;
  const counting = <T extends object>(sql: T): T =>
    new Proxy(sql, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name === 'begin')
          return (...given: unknown[]) => {
            const work = given.at(-1) as (transaction: object) => unknown;
            return (value as (...given: unknown[]) => unknown).call(
              target,
              ...given.slice(0, -1),
              (transaction: object) => work(counting(transaction)),
            );
          };
        if (name === 'unsafe') {
          statements++;
          return (value as (...given: unknown[]) => unknown).bind(target);
        }
        return value;
      },
    });
  const sql = connect(url, servingPool);
  const configuration = { ...readConfiguration({ DATABASE_URL: url }), settings: benchSettings };
  const settings = await LiveSettings.open(sql, configuration);
  const app = await createApp({ sql: counting(sql), settings, configuration });
  try {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const counts: number[] = [];
    let ids: number[] = [];
    for (const step of steps) {
      statements = 0;
      const { json } = await request(
        { address, token },
        { ...step, path: `${step.path}/`, body: step.body(ids, 0) },
        () => 0,
      );
      counts.push(statements);
      if (counts.length === 1) ids = (json as { id: number }[]).map(({ id }) => id);
    }
    return counts;
  } finally {
    await app.close();
    await sql.end({ timeout: 1 });
  }
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

async function request(where: Where, asked: Asked): Promise<unknown>;
async function request(where: Where, asked: Asked, time: () => number): Promise<{ took: number; json: unknown }>;
async function request(
  { address, token }: Where,
  { method, path, body }: Asked,
  time?: () => number,
): Promise<unknown> {
  const response = await fetch(`${address}/api/${path}`, {
    method,
    headers: { authorization: `Token ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const took = time?.();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  return time ? { took, json } : json;
}
