import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { registry } from '#models/registry.ts';
import { metaOf } from '#surfaces/meta/meta.ts';

import { goTo } from './go-to.ts';
import type { Interface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

/** Opens the form of a new object of every model and, where there is an object, the form of the first one. */
export async function walkForms(context: TestContext, where: Interface): Promise<{ created: number; edited: number }> {
  const { page, complaints } = where;
  const walked = { created: 0, edited: 0 };
  const { index, forms } = metaOf(registry, { version: '0' });
  const form = page.locator('main form');
  complaints();
  for (const model of index.models.filter(({ path }) => forms.has(path))) {
    await context.test(model.path, async () => {
      await goTo(page, `/${model.path}/add/`);
      await page.getByRole('heading', { level: 1, name: `Add ${model.label}`, exact: true }).waitFor();
      await form.locator('[data-field]').first().waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(complaints(), []);
      assert.deepEqual(await seriousFaults(page, { within: 'main' }), []);
      assert.doesNotMatch(await form.innerText(), /\[object Object\]|\bundefined\b|\bNaN\b/);
      walked.created++;
      const { results } = (await page.evaluate(
        `fetch('/api/${model.api}/?limit=1').then((answer) => answer.json())`,
      )) as {
        results: { id: number }[];
      };
      if (!results[0]) return;
      await goTo(page, `/${model.path}/${results[0].id}/edit/`);
      await page.getByRole('button', { name: 'Save', exact: false }).waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(complaints(), []);
      assert.deepEqual(await seriousFaults(page, { within: 'main' }), []);
      assert.doesNotMatch(await form.innerText(), /\[object Object\]|\bundefined\b|\bNaN\b/);
      walked.edited++;
    });
  }
  return walked;
}
