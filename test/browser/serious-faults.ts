import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds on the page, or on its part `within`, that would keep somebody out: `rule: element` of each serious or
 * critical finding. Colours are judged light and dark; nothing else differs between the two.
 */
export async function seriousFaults(page: Page, { within = 'html' }: { within?: string } = {}): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  const found = await run(page, within, '');
  const dark = await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`);
  await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
  const other = await run(page, within, `, runOnly: ['color-contrast']`);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  return [...found, ...other.map((fault) => `${dark ? 'light' : 'dark'}: ${fault}`)];
}

/** What is fading has no colours to judge yet: the transitions are brought to their ends first. */
async function run(page: Page, within: string, options: string): Promise<string[]> {
  return (await page.evaluate(`(async () => {
    await new Promise((done) => requestAnimationFrame(() => done()));
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
    const part = document.querySelector(${JSON.stringify(within)});
    const { violations } = await axe.run(part, { resultTypes: ['violations'] ${options} });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => {
        const { fgColor, bgColor, contrastRatio } = any[0]?.data ?? {};
        return id + ': ' + html.slice(0, 160) + (contrastRatio ? ' (' + [fgColor, bgColor, contrastRatio].join(' ') + ')' : '');
      }));
  })()`)) as string[];
}
