import { connect, type Sql, servingPool } from '#database/connect.ts';
import { createApp } from '#server/app.ts';
import { readConfiguration } from '#server/configuration.ts';
import { LiveSettings } from '#server/live-settings.ts';
import { write } from './keep-writing.ts';
import { type Measured, measure } from './load/statistics.ts';
import type { Scenario } from './scenarios.ts';

interface Statement {
  readonly text: string;
  readonly parameters: (string | number | boolean | null)[];
}

/** The statements of one request: those of a wave are sent side by side, the next wave when answers have come. */
export type Waves = readonly (readonly Statement[])[];

/** The statements that our server sends for a request, taken down in this process, by the scenario's name. */
export async function recordStatements({
  url,
  scenarios,
  token,
}: {
  url: string;
  scenarios: readonly Scenario[];
  token: string;
}): Promise<Map<string, Waves>> {
  let waves: Statement[][] = [];
  let answered = true;
  const sql = connect(url, servingPool);
  const recording = new Proxy(sql, {
    get(target, name) {
      if (name !== 'unsafe') return Reflect.get(target, name);
      return (text: string, parameters: Statement['parameters'] = [], options: object) => {
        if (answered) waves.push([]);
        answered = false;
        waves.at(-1)!.push({ text, parameters });
        const query = target.unsafe(text, parameters as string[], options);
        const settle = query.then.bind(query) as (...handlers: unknown[]) => Promise<unknown>;
        // biome-ignore lint/suspicious/noThenProperty: a query is sent when it is asked for its result
        query.then = ((fulfilled: ((value: unknown) => unknown) | undefined, rejected: unknown) =>
          settle((value: unknown) => {
            answered = true;
            return fulfilled ? fulfilled(value) : value;
          }, rejected)) as typeof query.then;
        return query;
      };
    },
  });
  const configuration = readConfiguration({ DATABASE_URL: url });
  const settings = await LiveSettings.open(sql, { ...configuration, settings: benchSettings });
  const app = await createApp({ sql: recording, settings, configuration });
  try {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const recorded = new Map<string, Waves>();
    const ask = async (path: string) => {
      const response = await fetch(`${address}${path}`, { headers: { authorization: `Token ${token}` } });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      await response.arrayBuffer();
    };
    for (const { name, path, more = [], written } of scenarios) {
      const askAll = async () => {
        for (const one of [path, ...more]) await ask(one);
      };
      // The first notes the token's use, the second reads what is kept from then on.
      await askAll();
      await askAll();
      if (written) await write(sql);
      waves = [];
      answered = true;
      await askAll();
      recorded.set(name, waves);
      waves = [];
    }
    return recorded;
  } finally {
    await app.close();
    await sql.end({ timeout: 1 });
  }
}

/** Given, so that recording and the server need no secrets of their own. */
export const benchSettings = {
  SECRET_KEY: 'only-for-measuring-0123456789-0123456789-0123456789',
  API_TOKEN_PEPPERS: { 1: 'only-for-measuring-0123456789-0123456789-0123456789' },
};

/** How long PostgreSQL takes for the same statements, through the same driver with the same pool, and nothing else. */
export async function measureStatements(
  sql: Sql,
  waves: Waves,
  how: { lanes: number; seconds: number },
): Promise<Measured> {
  const run = async () => {
    for (const wave of waves)
      await Promise.all(
        wave.map(({ text, parameters }) => sql.unsafe(text, parameters as string[], { prepare: true }).values()),
      );
  };
  await run();
  return measure(run, how);
}
