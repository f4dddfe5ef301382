import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { smallNetwork } from './small-network.ts';
import { walkForms } from './walk-forms.ts';

const database = await testDatabase();
await smallNetwork(database.sql);
const web = await openInterface(database);

test('the form of every model opens, empty and filled', async (context) => {
  await logIn(web);
  const { created, edited } = await walkForms(context, web);
  assert.ok(created > 130 && edited > 20, `${created} new, ${edited} changed`);
});
