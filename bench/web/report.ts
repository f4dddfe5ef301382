import type { Machine } from '../machine.ts';
import type { Scrolling } from './measure-scrolling.ts';
import type { MeasuredPage } from './pages.ts';

export interface PageResult {
  readonly page: MeasuredPage;
  /** Milliseconds: a first visit; a click within the interface (median, the first one, the slowest). */
  readonly load: number;
  readonly click: number;
  readonly first: number;
  readonly slowest: number;
  /** Compressed bytes of JavaScript of the first visit. */
  readonly script: number;
}

const aim = 60;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** What was measured of the interface, as Markdown. */
export function webReport({
  machine,
  devices,
  results,
  scrolling,
}: {
  machine: Machine;
  devices: number;
  results: readonly PageResult[];
  scrolling: Scrolling;
}): string {
  const rows = results.map(
    ({ page, load, click, first, slowest, script }) =>
      `| ${page.name} | ${ms(load)} | ${(script / 1000).toFixed(0)} kB | ${ms(first)} | ${ms(click)} | ${ms(slowest)} | ${click < aim ? 'met' : 'missed'} | ${page.netbox ? ms(page.netbox) : ''} |`,
  );
  return `# The interface, measured
${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, PostgreSQL ${machine.postgresql};
browser, server and PostgreSQL share the cores. ${devices.toLocaleString('en')} devices, ${(devices * 5).toLocaleString('en')} addresses.

- *First visit*: from the request, with an empty cache, until the page's content is painted; *JavaScript*: compressed.
- *Click*: from following a link within the interface until the content is painted: the first time, the median, the slowest. Aim: < ${aim} ms.
- *NetBox 4.7.3*: its answer alone, before a browser begins to draw, on a machine of this kind.

| page | first visit | JavaScript | first click | click, median | slowest | aim | NetBox 4.7.3 |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

A list of ${(devices * 5).toLocaleString('en')} addresses: ${scrolling.frames} frames of scrolling by 400 pixels each; the longest took
${ms(scrolling.longest)}, 99 of 100 less than ${ms(scrolling.p99)}. A key (next row) is on the screen after ${ms(scrolling.key)}, the slowest after ${ms(scrolling.slowestKey)}.
`;
}
