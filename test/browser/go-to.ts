import type { Page } from 'playwright-core';

/** Changes the page's address as the browser's own buttons do: the interface follows without being loaded again. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'));`,
  );
}
