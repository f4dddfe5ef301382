import type { Page } from 'playwright-core';
// @ts-expect-error: what runs in the page is JavaScript
import { noteKeys, scrollDown } from './in-page.mjs';

/** How the interface answers while somebody moves through a long list; milliseconds. */
export interface Scrolling {
  readonly frames: number;
  /** The longest time between two frames, and that which 99 of 100 stay below. */
  readonly longest: number;
  readonly p99: number;
  /** From a key to the painted change: median and longest. */
  readonly key: number;
  readonly slowestKey: number;
}

/** Scrolls through a list as a wheel does, then moves down row by row with the keys. */
export async function measureScrolling(page: Page): Promise<Scrolling> {
  const gaps = (await page.evaluate<number[]>(scrollDown)).toSorted((a, b) => a - b);
  await page.evaluate(noteKeys);
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('j');
    await page.waitForTimeout(60);
  }
  const keys = (await page.evaluate(() => (globalThis as unknown as { keys: number[] }).keys)).toSorted(
    (a, b) => a - b,
  );
  return {
    frames: gaps.length,
    longest: gaps.at(-1) ?? Number.NaN,
    p99: gaps[Math.floor(gaps.length * 0.99)] ?? Number.NaN,
    key: keys[Math.floor(keys.length / 2)] ?? Number.NaN,
    slowestKey: keys.at(-1) ?? Number.NaN,
  };
}
