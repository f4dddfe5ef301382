import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { demoNetwork } from './demo-network.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { walkModels } from './walk-models.ts';

const database = await testDatabase();
await demoNetwork(database);
const web = await openInterface(database);

test('every list, an object of each, and every kind of tab open', async (context) => {
  await logIn(web);
  const { lists, details, tabs } = await walkModels(context, web);
  assert.ok(lists > 130 && details > 60, `${lists} lists, ${details} details`);
  assert.ok(tabs.size > 7, [...tabs].join());
});
