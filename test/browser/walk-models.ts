import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { registry } from '#models/registry.ts';
import { metaOf } from '#surfaces/meta/meta.ts';
import { goTo } from './go-to.ts';
import type { Interface } from './open-interface.ts';

/** Opens the list of every model and, where it has a row, the first object; nothing may complain or look broken. */
export async function walkModels(context: TestContext, where: Interface): Promise<{ lists: number; details: number }> {
  const { page, complaints } = where;
  const walked = { lists: 0, details: 0 };
  complaints();
  for (const model of metaOf(registry, { version: '0' }).index.models) {
    await context.test(model.path, async () => {
      await goTo(page, `/${model.path}/`);
      await page.getByRole('heading', { level: 1, name: new RegExp(`^${model.plural}$`, 'i') }).waitFor();
      await page.locator('[aria-busy="false"]:is(:has(tr[data-href]), :has([role="status"]))').first().waitFor();
      assert.deepEqual(complaints(), []);
      walked.lists++;
      const title = page.locator('tr[data-href] a[data-row]').first();
      if ((await title.count()) === 0) return;
      await title.click();
      await page.locator('dl').first().waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(complaints(), []);
      assert.doesNotMatch(await page.locator('main').innerText(), /\[object Object\]|\bundefined\b|\bNaN\b/);
      walked.details++;
    });
  }
  return walked;
}
