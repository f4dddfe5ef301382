import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { registry } from '#models/registry.ts';
import { metaOf } from '#surfaces/meta/meta.ts';
import { goTo } from './go-to.ts';
import type { Interface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

/** Opens the import of every model that is written and has a table read; nothing may complain or keep somebody out. */
export async function walkImports(context: TestContext, { page, complaints }: Interface): Promise<number> {
  let walked = 0;
  complaints();
  const models = new Set(metaOf(registry, { version: '0' }).models.values());
  for (const { path, plural, readOnly } of models) {
    if (readOnly) continue;
    await context.test(path, async () => {
      await goTo(page, `/${path}/import/`);
      await page.getByRole('heading', { level: 1, name: new RegExp(`^Import ${plural}$`, 'i') }).waitFor();
      await page
        .getByRole('region', { name: 'Columns that are understood' })
        .getByText('id', { exact: true })
        .waitFor();
      await page.getByLabel('Text to import').fill('id,nonsense\n1,x\n');
      await page.getByLabel('What nonsense is').waitFor();
      assert.equal(await page.getByLabel('What id is').inputValue(), 'id');
      assert.deepEqual(await seriousFaults(page, { within: 'main' }), []);
      assert.deepEqual(complaints(), []);
      walked++;
    });
  }
  return walked;
}
