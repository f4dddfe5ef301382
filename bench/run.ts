import { writeFile } from 'node:fs/promises';
import { connect, servingPool } from '#database/connect.ts';
// @ts-expect-error: the scripts that run before anything is installed are plain JavaScript
import { buildWhatIsStale } from '../scripts/build.mjs';
import { apiToken, openScaleDatabase } from './database.ts';
import { keepWriting } from './keep-writing.ts';
import { startAsking } from './load/ask.ts';
import { describeMachine } from './machine.ts';
import { measureSequence, prepareWrites, type WriteResult } from './measure-writes.ts';
import { measureStatements, recordStatements } from './recorded.ts';
import { markdown, type Report, type Result } from './report.ts';
import { scenarios } from './scenarios.ts';
import { startBuiltServer } from './server.ts';
import { writeNames, writeSequences } from './write-scenarios.ts';

/**
 * npm run bench [-- NAME…]: measures the built server on a large network, beside PostgreSQL answering the same
 * statements alone. A name may be what those of several scenarios begin with: `graphql`. All scenarios together, and
 * those of one beginning, are written down in bench/results/. `web` measures the interface.
 */
const devices = Number(process.env.BENCH_DEVICES ?? 20_000);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const writeTurns = Number(process.env.BENCH_WRITE_TURNS ?? 5);
const names = process.argv.slice(2);
// The interface is measured in a browser, and reports otherwise.
if (names[0] === 'web') await import('./web/run.ts');
const all = [...scenarios.map(({ name }) => name), ...writeNames];
const isExact = (name: string): boolean => all.includes(name);
const isAsked = (name: string, asked: string): boolean =>
  isExact(asked) ? name === asked : name.startsWith(`${asked}-`);
const isChosen = ({ name }: { name: string }) => names.length === 0 || names.some((asked) => isAsked(name, asked));
const chosen = scenarios.filter(isChosen);
const unknown = names.filter((asked) => !all.some((name) => isAsked(name, asked)));
/** The results' file: `latest` for all, the beginning for those of one; none for a few. */
const file = names.length === 0 ? 'latest' : names.length === 1 && !isExact(names[0]!) ? names[0] : undefined;
if (unknown.length > 0) {
  console.error(`There is no scenario ${unknown.join(', ')}; there are: ${all.join(', ')}.`);
  process.exit(2);
}

await buildWhatIsStale();
console.error('Opening the large network …');
const postgres = await openScaleDatabase(devices);
const sql = connect(postgres.url, servingPool);
const recorded = await recordStatements({ url: postgres.url, scenarios: chosen, token: apiToken });
const server = await startBuiltServer(postgres.url);
const asking = startAsking();
try {
  const results: Result[] = [];
  for (const scenario of chosen) {
    const waves = recorded.get(scenario.name)!;
    const job = { port: server.port, paths: [scenario.path, ...(scenario.more ?? [])], token: apiToken };
    const stopWriting = scenario.written ? keepWriting(sql) : null;
    await asking.ask({ ...job, lanes: 2, seconds: seconds / 3 });
    const { bytes, ...one } = await asking.ask({ ...job, lanes: 1, seconds });
    const sixteen = await asking.ask({ ...job, lanes: 16, seconds });
    await stopWriting?.();
    const alone = {
      one: await measureStatements(sql, waves, { lanes: 1, seconds }),
      sixteen: await measureStatements(sql, waves, { lanes: 16, seconds }),
    };
    results.push({ scenario, bytes, statements: waves.flat().length, waves: waves.length, one, sixteen, alone });
    console.error(`${scenario.name}: ${one.median.toFixed(2)} ms, ${sixteen.perSecond.toFixed(0)}/s`);
  }
  const memory = await server.memory();
  const writes: WriteResult[] = [];
  if (writeNames.some((name) => isChosen({ name }))) {
    const where = { address: `http://127.0.0.1:${server.port}`, token: apiToken };
    for (const sequence of writeSequences(await prepareWrites(where))) {
      if (!sequence.steps.some(isChosen)) continue;
      writes.push(
        ...(await measureSequence(sequence, { where, sql, url: postgres.url, turns: writeTurns, pid: server.pid })),
      );
      for (const { scenario, seconds } of writes.slice(-sequence.steps.length))
        console.error(`${scenario.name}: ${seconds.toFixed(3)} s`);
    }
  }
  const machine = await describeMachine(sql);
  const report: Report = { machine, devices, started: server.started, memory, results, writes };
  console.log(markdown(report));
  if (file) {
    const results = new URL('results/', import.meta.url);
    await writeFile(new URL(`${file}.md`, results), markdown(report));
    await writeFile(new URL(`${file}.json`, results), `${JSON.stringify(report, null, 2)}\n`);
  }
} finally {
  asking.stop();
  await server.stop();
  await sql.end({ timeout: 1 });
  await postgres.stop();
}
process.exit();
