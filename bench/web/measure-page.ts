import type { Browser, Page } from 'playwright-core';
// @ts-expect-error: what runs in the page is JavaScript
import { followLink, noteWhenShown } from './in-page.mjs';
import type { MeasuredPage } from './pages.ts';

/** Milliseconds from the request of a page, with an empty cache, to its content, and the JavaScript that took. */
export interface FirstLoad {
  readonly milliseconds: number;
  /** Compressed bytes of JavaScript that were fetched until then. */
  readonly script: number;
}

/** Opens a page as somebody who was never here, but is logged in. */
export async function measureFirstLoad(
  browser: Browser,
  { address, cookies, page: wanted }: { address: string; cookies: Cookies; page: MeasuredPage },
): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  let script = 0;
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.includes('javascript')) scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  await page.addInitScript(noteWhenShown, wanted.ready);
  await page.goto(`${address}${wanted.path}`, { waitUntil: 'commit' });
  const milliseconds = await shownAt(page);
  const loaded = script;
  await context.close();
  return { milliseconds, script: loaded };
}

/** Milliseconds from the click of a link to the page's content on the screen, within the running interface. */
export async function measureClick(page: Page, { path, ready }: MeasuredPage): Promise<number> {
  return page.evaluate<number, unknown>(followLink, { path, ready });
}

export type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;

const shownAt = (page: Page): Promise<number> =>
  page
    .waitForFunction(() => (globalThis as { shownAt?: number }).shownAt)
    .then((handle) => handle.jsonValue() as Promise<number>);
