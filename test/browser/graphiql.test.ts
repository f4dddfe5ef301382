import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
await smallNetwork(database.sql);
const web = await openInterface(database, { basePath: 'net/box' });
const { page, address, complaints } = web;
const run = page.getByRole('button', { name: /Execute query/ });
const answer = page.getByRole('region', { name: 'Result Window' });

test('whoever is not logged in logs in first', async () => {
  await page.goto(`${address}/graphql/`);
  await page.getByLabel('User name').waitFor();
  assert.equal(new URL(page.url()).pathname, '/net/box/login/');
  complaints();
});

test('GraphiQL runs a query with the session', async () => {
  await logIn(web);
  complaints();
  await page.goto(`${address}/graphql/`);
  await run.click();
  await answer.getByText('"Vienna"').waitFor();
  assert.deepEqual(complaints(), []);
});

test('the explorer puts a query together from the schema', async () => {
  await page.getByRole('button', { name: /Show GraphiQL Explorer/ }).click();
  await page.getByText('tenant_list', { exact: true }).waitFor();
  assert.deepEqual(complaints(), []);
});

test('a query that ran is kept in the history, and saved with a star, over a reload', async () => {
  await page.getByRole('button', { name: 'Show History' }).click();
  await page.getByRole('button', { name: 'Set active' }).getByText('site_list').waitFor();
  await page.getByRole('button', { name: 'Add favorite' }).click();
  const saved = page.getByRole('button', { name: 'Remove favorite' });
  await saved.waitFor();
  await page.reload();
  const show = page.getByRole('button', { name: 'Show History' });
  await saved.or(show).first().waitFor();
  if (await show.isVisible()) await show.click();
  await saved.waitFor();
  assert.deepEqual(complaints(), []);
});

test('a subscription shows changes as they are made', async () => {
  const subscription = 'subscription Follow { changes(models: ["ipam.rir"]) { action display } }';
  // From another page: GraphiQL itself keeps its tabs a moment late.
  await page.goto(`${address}/search/`);
  await page.evaluate(
    `localStorage.setItem('graphiql:tabState', ${JSON.stringify(
      JSON.stringify({
        activeTabIndex: 0,
        tabs: [{ id: '1', hash: '', title: 'Follow', query: subscription, variables: '', headers: '', response: null }],
      }),
    )}); localStorage.setItem('graphiql:query', ${JSON.stringify(subscription)})`,
  );
  await page.goto(`${address}/graphql/`);
  await page.locator('.graphiql-query-editor').getByText('Follow').waitFor();
  await run.click();
  const stop = page.getByRole('button', { name: /Stop query/ });
  await stop.waitFor();
  const made = (async () => {
    // The subscription is there a moment after the button says so.
    for (let number = 1; !(await answer.getByText('"CREATE"').isVisible()); number++) {
      await page.evaluate(`(async () => {
        const base = new URL(document.baseURI).pathname.replace(/[^/]*$/, '');
        const { csrf } = await (await fetch(base + 'patchbay/session/')).json();
        await fetch(base + 'api/ipam/rirs/', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-CSRFToken': csrf },
          body: JSON.stringify({ name: 'Streamed ${number}', slug: 'streamed-${number}' }),
        });
      })()`);
      await page.waitForTimeout(100);
    }
  })();
  await answer.getByText(/"Streamed \d+"/).waitFor();
  await made;
  await stop.click();
  assert.deepEqual(complaints(), []);
});

test('all of it comes from this server', async () => {
  const loaded = (await page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => name)`)) as string[];
  for (const name of loaded) assert.ok(name.startsWith(address) || name.startsWith('data:'), name.slice(0, 100));
});
