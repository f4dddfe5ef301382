import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '#models/registry.ts';
import { filtersOf } from '#query/filters/filters-of.ts';
import { metaOf } from './meta.ts';

const meta = metaOf(registry, { version: '1.2.3' });
const models = [...new Set(meta.models.values())];
const byId = new Map(models.map((model) => [model.id, model]));

test('every model with a list in the API is told', () => {
  const served = registry.models.filter(({ rest }) => rest?.split('/').length === 2).map(({ name }) => name);
  const told = meta.index.models.map(({ id }) => id);
  assert.deepEqual(
    served.filter((name) => !told.includes(name)),
    ['users.userconfig'],
  );
});

test('every line of the menu leads to its list or to a page that is served, and no key leads to two', () => {
  const items = meta.index.menu.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  for (const { path, model } of items) {
    assert.ok(meta.paths.has(path), path);
    assert.equal(meta.models.get(path)?.id ?? model, model);
  }
  const keys = items.flatMap(({ key }) => key ?? []);
  assert.equal(new Set(keys).size, keys.length);
});

for (const model of models) {
  test(`${model.id} is told so that a page can be made of it`, () => {
    const fields = new Map(model.fields.map((field) => [field.name, field]));
    assert.ok(
      model.columns.some((column) => column.shown),
      'no column is shown',
    );
    for (const { name, path, far, label } of model.columns) {
      assert.ok(far || fields.has(path[0]!), `the column ${name} asks for ${path[0]}`);
      assert.match(label, /^\p{Lu}/u);
    }
    for (const { label, fields: names } of model.panels)
      for (const name of names) assert.ok(fields.has(name), `the panel ${label} shows ${name}`);
    for (const filter of model.filters) {
      if (filter.view === 'choice') assert.ok(filter.choices?.length, `${filter.name} has no choices`);
      for (const lookup of filter.lookups)
        assert.ok(filtersOf(registry, registry.get(model.id)).has(`${filter.name}__${lookup}`));
    }
    for (const related of model.related) {
      const filter = byId.get(related.model)?.filters.find(({ name }) => name === related.filter);
      assert.equal(filter?.model, model.id, `${related.model} has no filter ${related.filter} for it`);
      if (related.count) assert.equal(fields.get(related.count)?.counts?.model, related.model);
    }
  });
}

test('a device is told as NetBox lists it', () => {
  const device = byId.get('dcim.device')!;
  assert.deepEqual(
    device.columns.filter((column) => column.shown).map((column) => column.path.join('.')),
    [
      'name',
      'status',
      'tenant',
      'role',
      'device_type.manufacturer',
      'device_type',
      'site',
      'location',
      'rack',
      'primary_ip',
    ],
  );
  assert.equal(device.colors?.status?.active, 'green');
  assert.deepEqual(device.related[0], {
    model: 'dcim.interface',
    filter: 'device_id',
    label: 'Interfaces',
    count: 'interface_count',
    add: 'device=',
  });
  const site = device.filters.find(({ name }) => name === 'site_id');
  assert.deepEqual(site, {
    name: 'site_id',
    label: 'Site',
    view: 'object',
    lookups: ['n'],
    model: 'dcim.site',
    attribute: 'id',
  });
});
