import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { parseAllDocuments } from 'yaml';
import { testDatabase } from './database.ts';
import { apiToken, ask, newDataDirectory, startServer } from './running-server.ts';

const { url } = await testDatabase();
const { address } = await startServer({
  DATABASE_URL: url,
  DATA_DIR: await newDataDirectory(),
  SUPERUSER_PASSWORD: 'Secret-secret-1',
  SUPERUSER_API_TOKEN: apiToken,
});

const create = async (path: string, body: unknown) => {
  const { status, json } = await ask(`${address}api/${path}/`, { method: 'POST', body });
  assert.equal(status, 201, JSON.stringify(json));
  return json;
};
const fetchFile = async (path: string, headers: Record<string, string> = { authorization: `Token ${apiToken}` }) => {
  const answer = await fetch(`${address}${path}`, { headers, redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
const table = (text: string): Record<string, string>[] => parse(text, { columns: true });

before(async () => {
  await create('extras/custom-fields', [
    { name: 'floors', label: 'Floors', type: 'integer', object_types: ['dcim.site'] },
    { name: 'secret', type: 'text', object_types: ['dcim.site'], ui_visible: 'hidden' },
  ]);
  await create('extras/tags', [
    { name: 'Hot', slug: 'hot' },
    { name: 'Cold', slug: 'cold' },
  ]);
  await create('dcim/regions', { name: 'North', slug: 'north' });
  await create('dcim/sites', [
    {
      name: 'Alpha',
      slug: 'alpha',
      status: 'active',
      region: { slug: 'north' },
      tags: [{ slug: 'hot' }, { slug: 'cold' }],
      custom_fields: { floors: 3, secret: 'x' },
      physical_address: '1, Main Street\n"Old Mill"',
    },
    { name: 'Beta', slug: 'beta', status: 'planned', description: 'second' },
    ...Array.from({ length: 1200 }, (_, index) => ({
      name: `Z ${index}`,
      slug: `z-${index}`,
      status: 'retired',
    })),
  ]);
});

test('everything: all columns, custom fields that are shown, texts as people read them', async () => {
  const { status, text, headers } = await fetchFile('dcim/sites/?export&name__isw=alp');
  assert.deepEqual(
    [status, headers.get('content-type'), headers.get('content-disposition')],
    [200, 'text/csv; charset=utf-8', 'attachment; filename="netbox_sites.csv"'],
  );
  const [alpha, ...others] = table(text);
  assert.equal(others.length, 0);
  assert.deepEqual(
    [alpha!.Name, alpha!.Status, alpha!.Region, alpha!.Tags, alpha!.Floors, alpha!['Physical address']],
    ['Alpha', 'Active', 'North', 'Cold,Hot', '3', '1, Main Street\n"Old Mill"'],
  );
  assert.match(alpha!.Created!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\+00:00$/);
  assert.ok(!Object.keys(alpha!).includes('secret'));
});

test('a whole list in its order, however long', async () => {
  const { text } = await fetchFile('dcim/sites/?export&sort=-name');
  const names = table(text).map(({ Name }) => Name);
  assert.deepEqual([names.length, names[0], names.at(-1)], [1202, 'Z 1199', 'Alpha']);
});

test('the columns in view: the usual ones, those of the user, those that are asked for', async () => {
  const header = async (query: string) => (await fetchFile(`dcim/sites/?export=table&${query}`)).text.split('\r\n')[0];
  assert.match((await header(''))!, /^Name,Status,/);
  assert.equal(await header('columns=status,name,cf_floors,nonsense'), 'Status,Name,Floors');
  const preferences = { csv_delimiter: 'semicolon', tables: { SiteTable: { columns: ['slug', 'name'] } } };
  await ask(`${address}api/users/config/`, { method: 'PATCH', body: preferences });
  assert.equal(await header(''), 'Slug;Name');
  await ask(`${address}api/users/config/`, {
    method: 'PATCH',
    body: { csv_delimiter: 'comma', tables: { SiteTable: { columns: null } } },
  });
});

test('export templates, at the list’s address and in the API', async () => {
  const template_code =
    '{% for site in queryset %}{{ site.name }}={{ site.region.name }};{% endfor %}{{ queryset.count() }}';
  await create('extras/export-templates', [
    {
      name: 'plain',
      object_types: ['dcim.site'],
      template_code,
      mime_type: 'text/x-list',
      file_extension: 'lst',
    },
    { name: 'inline', object_types: ['dcim.site'], template_code: '{{ queryset|length }}', as_attachment: false },
    { name: 'named', object_types: ['dcim.site'], template_code: 'x', file_name: 'übersicht' },
    { name: 'broken', object_types: ['dcim.site'], template_code: '{{ 1 + none }}' },
    { name: 'of devices', object_types: ['dcim.device'], template_code: 'x' },
  ]);
  for (const path of ['dcim/sites/', 'api/dcim/sites/']) {
    const of = (query: string) => fetchFile(`${path}?${query}`);
    const plain = await of('export=plain&status=active&status=planned');
    assert.deepEqual(
      [plain.text, plain.headers.get('content-type'), plain.headers.get('content-disposition')],
      ['Alpha=North;Beta=;2', 'text/x-list', 'attachment; filename="netbox_sites.lst"'],
    );
    const inline = await of('export=inline');
    assert.deepEqual(
      [inline.text, inline.headers.get('content-type'), inline.headers.get('content-disposition')],
      ['1202', 'text/plain; charset=utf-8', null],
    );
    assert.equal(
      (await of('export=named')).headers.get('content-disposition'),
      "attachment; filename*=utf-8''%C3%BCbersicht",
    );
    const broken = await of('export=broken&status=active');
    assert.deepEqual(
      [broken.status, /The export template \\"broken\\" cannot be rendered/.test(broken.text)],
      [400, true],
    );
    assert.equal((await of('export=of%20devices')).status, 404);
    assert.equal((await of('export=nothing')).status, 404);
  }
});

test('device types are YAML that can be read again', async () => {
  await create('dcim/manufacturers', { name: 'Acme', slug: 'acme' });
  const type = await create('dcim/device-types', {
    manufacturer: { slug: 'acme' },
    model: 'Panel 2',
    slug: 'panel-2',
    u_height: 1.5,
    airflow: 'front-to-rear',
  });
  const device_type = type.id;
  const [rear] = await create('dcim/rear-port-templates', [{ device_type, name: 'R1', type: 'lc', positions: 2 }]);
  await create('dcim/front-port-templates', {
    device_type,
    name: 'F1',
    type: 'lc',
    rear_ports: [{ position: 1, rear_port: rear.id, rear_port_position: 2 }],
  });
  const [psu] = await create('dcim/power-port-templates', [{ device_type, name: 'PSU', maximum_draw: 200 }]);
  await create('dcim/power-outlet-templates', { device_type, name: 'Out', power_port: psu.id });
  await create('dcim/device-types', { manufacturer: { slug: 'acme' }, model: 'Zero', slug: 'zero' });
  const { text, headers } = await fetchFile('dcim/device-types/?export');
  assert.equal(headers.get('content-disposition'), 'attachment; filename="netbox_device types.yaml"');
  const [first, second, ...more] = parseAllDocuments(text).map((one) => one.toJS());
  assert.deepEqual([second.model, more], ['Zero', []]);
  assert.deepEqual(
    [first.manufacturer, first.model, first.u_height, first.airflow, first.weight, first['rear-ports'][0].positions],
    ['Acme', 'Panel 2', 1.5, 'front-to-rear', null, 2],
  );
  assert.deepEqual(first['port-mappings'], [
    { front_port: 'F1', front_port_position: 1, rear_port: 'R1', rear_port_position: 2 },
  ]);
  assert.deepEqual([first['power-outlets'][0].power_port, first['power-ports'][0].maximum_draw], ['PSU', 200]);
  const { text: csv } = await fetchFile('dcim/device-types/?export=table&columns=model,manufacturer');
  assert.equal(
    csv,
    'Device Type,Manufacturer\r\nPanel 2,Acme\r\nZero,Acme\r\n'.replace('Device Type', csv.split(',')[0]!),
  );
});

test('only what may be seen is exported; strangers are led to the login', async () => {
  const user = await create('users/users', { username: 'alice', password: 'Good-enough-1' });
  await create('users/permissions', {
    name: 'planned',
    object_types: ['dcim.site'],
    actions: ['view'],
    users: [user.id],
    constraints: { status: 'planned' },
  });
  const { token } = await create('users/tokens', { user: user.id, version: 1 });
  const as = { authorization: `Token ${token}` };
  const seen = await fetchFile('dcim/sites/?export', as);
  assert.equal(seen.status, 200, seen.text);
  assert.deepEqual(
    table(seen.text).map(({ Name }) => Name),
    ['Beta'],
  );
  assert.equal((await fetchFile('dcim/regions/?export', as)).status, 403);
  const stranger = await fetchFile('dcim/sites/?export', {});
  assert.deepEqual(
    [stranger.status, stranger.headers.get('location')],
    [302, `/login/?next=${encodeURIComponent('/dcim/sites/?export')}`],
  );
});

test('a wrong filter is a 400', async () => {
  assert.equal((await fetchFile('dcim/sites/?export&region_id=x')).status, 400);
});
