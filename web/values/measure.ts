import type { Measured } from '../../src/operations/read/contract.ts';
import type { MeasuredObjects } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

interface Waiting {
  readonly id: number;
  give(measured: Measured | undefined): void;
  fail(error: unknown): void;
}

const waiting = new Map<string, Waiting[]>();

/** How long cells are waited for that want to be measured together, in milliseconds. */
const together = 15;

/** How full an object is, by measure; what a table's cells ask for at once is asked in one request. */
export function measure(api: string, id: number): Promise<Measured | undefined> {
  return new Promise((give, fail) => {
    const list = waiting.get(api);
    if (list) {
      list.push({ id, give, fail });
      return;
    }
    waiting.set(api, [{ id, give, fail }]);
    setTimeout(() => void ask(api), together);
  });
}

async function ask(api: string): Promise<void> {
  const asking = waiting.get(api) ?? [];
  waiting.delete(api);
  const ids = new Set(asking.map(({ id }) => id));
  try {
    const measured = await request<MeasuredObjects>(
      `/patchbay/measures/${api}/?${[...ids].map((id) => `id=${id}`).join('&')}`,
    );
    for (const { id, give } of asking) give(measured[id]);
  } catch (error) {
    for (const { fail } of asking) fail(error);
  }
}
