import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { registry } from '#models/registry.ts';
import { metaOf } from '#surfaces/meta/meta.ts';
import { goTo } from './go-to.ts';
import type { Interface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

interface Walked {
  lists: number;
  details: number;
  /** The tabs that were opened, each where it was met first. */
  readonly tabs: Set<string>;
}

/**
 * Opens the list of every model and, where it has a row, the first object, and each kind of tab once; nothing may
 * complain, look broken or keep somebody out, light or dark.
 */
export async function walkModels(context: TestContext, where: Interface): Promise<Walked> {
  const { page, complaints } = where;
  const walked: Walked = { lists: 0, details: 0, tabs: new Set() };
  const judge = async () => {
    assert.deepEqual(complaints(), []);
    assert.deepEqual(await seriousFaults(page, { within: 'main' }), []);
    assert.doesNotMatch(await page.locator('main').innerText(), /\[object Object\]|\bundefined\b|\bNaN\b/);
  };
  complaints();
  for (const model of metaOf(registry, { version: '0' }).index.models) {
    await context.test(model.path, async () => {
      await goTo(page, `/${model.path}/`);
      await page.getByRole('heading', { level: 1, name: new RegExp(`^${model.plural}$`, 'i') }).waitFor();
      await page.locator('[aria-busy="false"]:is(:has(tr[data-href]), :has([role="status"]))').first().waitFor();
      await judge();
      walked.lists++;
      const title = page.locator('tr[data-href] a[data-row]').first();
      if ((await title.count()) === 0) return;
      await title.click();
      await page.locator('dl').first().waitFor();
      await page.waitForLoadState('networkidle');
      await judge();
      walked.details++;
      const tabs = page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link');
      for (const label of await tabs.allInnerTexts()) {
        const name = label.replace(/\s*[\d,.]+$/, '').trim();
        if (walked.tabs.has(name)) continue;
        walked.tabs.add(name);
        await tabs.filter({ hasText: name }).first().click();
        await page.waitForLoadState('networkidle');
        await judge();
      }
    });
  }
  return walked;
}
