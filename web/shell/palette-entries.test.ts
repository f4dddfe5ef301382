import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paletteEntries } from './palette-entries.ts';

const model = (id: string, label: string, plural = `${label}s`) => {
  const [app = '', name = ''] = id.split('.');
  return { id, app, label, plural, api: `${app}/${name}s`, path: `${app}/${name}s` };
};
const site = model('dcim.site', 'site');
const device = model('dcim.device', 'device');
const deviceType = model('dcim.devicetype', 'device type');
const models = [site, device, deviceType];
const hit = {
  model: 'dcim.site',
  id: 7,
  display: 'Device store',
  description: '',
  field: 'name',
  value: 'Device store',
};
const addresses = (typed: string, hits: (typeof hit)[] = []) =>
  paletteEntries({
    typed,
    models,
    addable: [device, deviceType],
    hits,
    byId: new Map(models.map((one) => [one.id, one])),
    appLabel: ({ app }) => app,
  }).map(({ to }) => to);

test('all lists, where nothing is typed', () =>
  assert.deepEqual(
    addresses(''),
    models.map(({ path }) => `/${path}/`),
  ));

test('lists, then objects, then the search in everything', () =>
  assert.deepEqual(addresses('device', [hit]), [
    '/dcim/devices/',
    '/dcim/devicetypes/',
    '/dcim/sites/7/',
    '/search/?q=device',
  ]));

test('forms of what may be made', () => assert.equal(addresses('add device')[0], '/dcim/devices/add/'));

test('a search in one list', () => assert.ok(addresses('site ams').includes('/dcim/sites/?q=ams')));
