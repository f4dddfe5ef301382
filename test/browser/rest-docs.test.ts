import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';

const database = await testDatabase();
const web = await openInterface(database, { basePath: 'net/box' });
const { page, address, complaints } = web;

/** The operation of a method and a path, opened. */
async function open(tag: string, method: string, path: string) {
  const operation = page.locator(`.opblock-${method}`, {
    has: page.locator(`.opblock-summary-path[data-path="${path}"]`),
  });
  if (!(await operation.isVisible())) await page.locator(`[data-tag="${tag}"]`).click();
  await operation.locator('.opblock-summary-control').click();
  await operation.getByRole('button', { name: 'Try it out' }).click();
  return operation;
}

test('the REST API is shown from this server’s document, to everybody', async () => {
  await page.goto(`${address}/api/schema/redoc/`);
  await page.locator('[data-tag="dcim"]').waitFor();
  assert.equal(new URL(page.url()).pathname, '/net/box/api/schema/swagger-ui/');
  assert.deepEqual(complaints(), []);
});

test('it reads and writes with the session', async () => {
  await logIn(web);
  complaints();
  await page.goto(`${address}/api/schema/swagger-ui/`);
  const create = await open('wireless', 'post', '/api/wireless/wireless-lan-groups/');
  await create.getByRole('textbox').first().fill('{"name": "Tried out", "slug": "tried"}');
  await create.getByRole('button', { name: 'Execute' }).click();
  await create.locator('.live-responses-table .response-col_status').getByText('201').waitFor();
  const list = await open('wireless', 'get', '/api/wireless/wireless-lan-groups/');
  await list.getByRole('button', { name: 'Execute' }).click();
  await list.locator('.live-responses-table').getByText('Tried out').first().waitFor();
  // Swagger UI looks for an editor of a format first, and says so where it takes that of the type.
  assert.deepEqual(
    complaints().filter((one) => !/Could not find component: JsonSchema_/.test(one)),
    [],
  );
});
