import type { Measured } from './load/statistics.ts';
import type { Machine } from './machine.ts';
import type { WriteResult } from './measure-writes.ts';
import { memoryAim, type Scenario } from './scenarios.ts';

/** What was measured of one scenario; `alone` is PostgreSQL answering the same statements with nothing around it. */
export interface Result {
  readonly scenario: Scenario;
  readonly bytes: number;
  readonly statements: number;
  readonly waves: number;
  readonly one: Measured;
  readonly sixteen: Measured;
  readonly alone: { readonly one: Measured; readonly sixteen: Measured };
}

export interface Report {
  readonly machine: Machine;
  readonly devices: number;
  readonly started: number;
  readonly memory: { readonly now: number; readonly most: number };
  readonly results: readonly Result[];
  readonly writes: readonly WriteResult[];
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const rate = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const size = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(2)} MB`;
const ratio = (ours: number, alone: number): string => (ours / alone).toFixed(2);

function aim({ scenario, one, sixteen }: Result): string {
  const aims: [boolean, string][] = [];
  if (scenario.latency !== undefined) aims.push([one.median < scenario.latency, `< ${scenario.latency} ms`]);
  if (scenario.rate !== undefined) aims.push([sixteen.perSecond > scenario.rate, `> ${scenario.rate}/s`]);
  return aims.map(([met, text]) => `${text} ${met ? 'met' : 'missed'}`).join(', ');
}

const columns: readonly [title: string, cell: (result: Result) => string][] = [
  ['request', ({ scenario }) => scenario.name],
  ['answer', ({ bytes }) => size(bytes)],
  ['statements', ({ statements, waves }) => `${statements} in ${waves}`],
  ['median', ({ one }) => ms(one.median)],
  ['p95', ({ one }) => ms(one.p95)],
  ['PostgreSQL alone', ({ alone }) => ms(alone.one.median)],
  ['ratio', ({ one, alone }) => ratio(one.median, alone.one.median)],
  ['1 connection', ({ one }) => `${rate(one.perSecond)}/s`],
  ['16 connections', ({ sixteen }) => `${rate(sixteen.perSecond)}/s`],
  ['PostgreSQL alone, 16', ({ alone }) => `${rate(alone.sixteen.perSecond)}/s`],
  ['ratio', ({ sixteen, alone }) => ratio(alone.sixteen.perSecond, sixteen.perSecond)],
  ['aim', aim],
];

const seconds = (value: number): string => `${value.toFixed(3)} s`;

const writeColumns: readonly [title: string, cell: (result: WriteResult) => string][] = [
  ['request', ({ scenario }) => scenario.what],
  ['statements', ({ statements }) => String(statements)],
  ['median', ({ seconds: took }) => seconds(took)],
  ['processor time', ({ processor }) => (processor === undefined ? '' : seconds(processor))],
  ['PostgreSQL, the rows alone', ({ bare }) => (bare === undefined ? '' : seconds(bare))],
  ['ratio', ({ seconds: took, bare }) => (bare === undefined ? '' : (took / bare).toFixed(1))],
  [
    'aim',
    ({ scenario: { aim }, seconds: took }) => (aim === undefined ? '' : `< ${aim} s ${took < aim ? 'met' : 'missed'}`),
  ],
];

function table<T>(columns: readonly [title: string, cell: (one: T) => string][], all: readonly T[]): string {
  const rows = [
    columns.map(([title]) => title),
    columns.map(() => '---'),
    ...all.map((one) => columns.map(([, cell]) => cell(one))),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const readsText = (
  results: readonly Result[],
): string => `- *PostgreSQL alone*: the statements that the server sends for the request (who asks included), sent by the same driver
  through the same pool, in the same waves, with nothing made of the rows. *Ratio*: what ours costs as a multiple of that.
- *…-written*, *count-…*: while others commit some 200 transactions a second, so that everything is counted anew; in the
  other scenarios nobody writes, and counts are kept.
- *statements*: how many, in how many waves of statements that are sent side by side.

${table(columns, results)}

`;

const writesText = (writes: readonly WriteResult[]): string => `## Writing
One request each, with everything that NetBox does with it: checks, counters, cable paths, search index, change log.
*The rows alone*: PostgreSQL inserting, changing or deleting the same rows of the same tables, without foreign keys and triggers.
*Processor time*: of the server and PostgreSQL together, medians too. It is what a request takes where nobody else uses
the machine, for one waits for the other; where others do, the clock tells more about them.

${table(writeColumns, writes)}

`;

/** The whole report as Markdown. */
export function markdown({ machine, devices, started, memory, results, writes }: Report): string {
  return `# Measured
${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, PostgreSQL ${machine.postgresql};
server, PostgreSQL and whoever asks share the cores; the load was ${machine.load.toFixed(1)} at the end. ${devices.toLocaleString('en')} devices, ${(devices * 10).toLocaleString('en')} interfaces, ${(devices * 5).toLocaleString('en')} addresses.

${results.length > 0 ? readsText(results) : ''}${writes.length > 0 ? writesText(writes) : ''}- From the server's start to its first answer: ${Math.round(started)} ms.
- Memory of the server (RSS): ${Math.round(memory.now)} MB after all of it, ${Math.round(memory.most)} MB at most (aim: < ${memoryAim} MB${memory.most < memoryAim ? ', met' : memory.now < memoryAim ? ', met after, missed at most' : ', missed'}).
`;
}
