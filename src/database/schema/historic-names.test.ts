import assert from 'node:assert/strict';
import { test } from 'node:test';
import { model } from '#registry/model.ts';
import { HistoricNames } from './historic-names.ts';

const renamed = model('dcim.thing', {
  className: 'Thing',
  description: 'A thing.',
  fields: {},
  database: { names: { dcim_thing_pkey: 'extras_thing_pkey' } },
});

test('a name that history left takes the place of the derived one', () => {
  const names = new HistoricNames(renamed);
  assert.equal(names.of('dcim_thing_pkey'), 'extras_thing_pkey');
  assert.equal(names.of('dcim_thing_slug_key'), 'dcim_thing_slug_key');
  names.assertAllUsed();
});

test('a name that nothing has is an error', () => {
  assert.throws(() => new HistoricNames(renamed).assertAllUsed(), /dcim\.thing: nothing is called dcim_thing_pkey/);
});
