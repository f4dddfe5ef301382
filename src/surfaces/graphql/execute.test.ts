import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { finder } from '#database/select/find.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { filterBehaviours } from '#domain/filters/index.ts';
import { registry } from '#models/registry.ts';
import { type ContentTypes, readContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { compare } from '#query/compare.ts';
import { parseFilters } from '#query/filters/parse-filters.ts';
import { always, type Condition, never } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { type Asked, executeQuery } from './execute.ts';
import { buildGraphqlSchema } from './schema.ts';
import { Types } from './types.ts';

const { sql } = await testDatabase();
const shapes = new Shapes(registry, { computed: computedBehaviours, display: displayBehaviours });
const schema = buildGraphqlSchema(registry);
const types = new Types(registry);
let contentTypes: ContentTypes;

/** Two sites; eight devices with two interfaces each at the first, one without at the second; addresses and tags. */
before(async () => {
  contentTypes = await readContentTypes(sql);
  const put = (table: string, row: Record<string, unknown>) => insertRow(sql, table, row);
  await put('dcim_region', { id: 1, name: 'Europe', slug: 'europe' });
  await put('dcim_region', { id: 2, name: 'Hesse', slug: 'hesse', parent_id: 1 });
  await put('dcim_site', { id: 1, name: 'Here', slug: 'here', status: 'active', region_id: 2, latitude: 50.5 });
  await put('dcim_site', { id: 2, name: 'There', slug: 'there', status: 'planned' });
  await put('dcim_manufacturer', { id: 1, name: 'Maker', slug: 'maker' });
  await put('dcim_devicetype', { id: 1, manufacturer_id: 1, model: 'Switch', slug: 'switch', u_height: 1 });
  await put('dcim_devicerole', { id: 1, name: 'Access', slug: 'access', color: '000000' });
  await put('extras_tag', { id: 1, name: 'Red', slug: 'red', color: 'ff0000', weight: 1000 });
  for (let id = 1; id <= 9; id++) {
    await put('dcim_device', {
      id,
      name: `d${id}`,
      site_id: id < 9 ? 1 : 2,
      device_type_id: 1,
      role_id: 1,
      status: 'active',
    });
    if (id === 9) continue;
    for (const port of [1, 2])
      await put('dcim_interface', {
        id: id * 10 + port,
        device_id: id,
        name: `eth${port}`,
        type: '1000base-t',
        enabled: port === 1,
      });
  }
  await put('extras_taggeditem', { object_id: 1, content_type_id: contentTypes.id('dcim.device'), tag_id: 1 });
  const assigned = { assigned_object_type_id: contentTypes.id('dcim.interface'), status: 'active' };
  await put('ipam_ipaddress', { id: 1, address: '10.0.0.1/24', assigned_object_id: 11, ...assigned });
  await put('ipam_ipaddress', { id: 2, address: '10.0.1.1/24', assigned_object_id: 12, ...assigned });
  await put('ipam_ipaddress', { id: 3, address: '2001:db8::1/64', status: 'active' });
  await put('vpn_tunnel', { id: 1, name: 'Through', status: 'active', encapsulation: 'gre' });
  await put('vpn_tunneltermination', {
    id: 1,
    tunnel_id: 1,
    role: 'peer',
    termination_type_id: contentTypes.id('dcim.device'),
    termination_id: 1,
  });
  await put('users_user', { id: 1, username: 'alice' });
});

interface Given {
  readonly settings?: Partial<Settings>;
  readonly variables?: Asked['variables'];
  readonly operationName?: string;
  readonly totalCounts?: boolean;
  visible?(model: Model): Condition;
}

/** How many statements the last question needed. */
let statements = 0;

async function ask(query: string, { settings = {}, visible = () => always, ...more }: Given = {}): Promise<Answer> {
  statements = 0;
  const counting = {
    unsafe(...given: Parameters<typeof sql.unsafe>) {
      statements++;
      return sql.unsafe(...given);
    },
  };
  const inForce = { ...defaultSettings, ...settings };
  const context = new ReadContext({
    sql: counting as typeof sql,
    registry,
    shapes,
    settings: inForce,
    contentTypes,
    base: 'http://here',
  });
  const rest = async (model: Model, given: URLSearchParams) => {
    const parsed = await parseFilters({
      registry,
      model,
      query: given,
      find: finder(sql),
      behaviours: filterBehaviours,
      timeZone: 'UTC',
      userId: undefined,
    });
    if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
    return parsed.condition;
  };
  const text = await executeQuery({ schema, types, context, settings: inForce, visible, rest }, { query, ...more });
  return JSON.parse(text) as Answer;
}

interface Answer {
  readonly extensions?: unknown;
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; locations?: unknown[] }[];
}

const data = async (query: string, given?: Given) => {
  const { data: found, errors } = await ask(query, given);
  assert.deepEqual(errors, undefined);
  return found;
};

test('values are spelled as NetBox spells them', async () => {
  assert.deepEqual(
    await data('{ site(id: 1) { id name status latitude class_type display custom_fields __typename } }'),
    {
      site: {
        id: '1',
        name: 'Here',
        status: 'active',
        latitude: '50.500000',
        class_type: 'Site',
        display: 'Here',
        custom_fields: {},
        __typename: 'SiteType',
      },
    },
  );
  assert.deepEqual(await data('{ region(id: 2) { level parent { level name } } }'), {
    region: { level: 1, parent: { level: 0, name: 'Europe' } },
  });
  assert.deepEqual(await data('{ ip_address(id: 1) { address family { value label } } }'), {
    ip_address: { address: '10.0.0.1/24', family: { value: 4, label: 'IPv4' } },
  });
});

const nested = (limit: number) =>
  `{ device_list(pagination: {limit: ${limit}}) { name site { name region { name } } tags { name } interfaces { name ip_addresses { address } } } }`;

test('the number of statements depends on the query, not on the number of objects', async () => {
  await data(nested(1));
  const few = statements;
  await data(nested(8));
  assert.equal(statements, few);
  assert.equal(few, 6, 'devices, sites, regions, tags, interfaces, addresses');
});

test('nested lists have filters and a page for each object', async () => {
  assert.deepEqual(
    await data(`{ device_list(filters: {name: {in_list: ["d1", "d2"]}}) {
      name interfaces(filters: {enabled: {exact: true}}) { name } second: interfaces(pagination: {offset: 1, limit: 1}) { name }
      from: interfaces(pagination: {start: 12}) { id } } }`),
    {
      device_list: [
        { name: 'd1', interfaces: [{ name: 'eth1' }], second: [{ name: 'eth2' }], from: [{ id: '12' }] },
        { name: 'd2', interfaces: [{ name: 'eth1' }], second: [{ name: 'eth2' }], from: [{ id: '21' }, { id: '22' }] },
      ],
    },
  );
});

test('how many objects the lists have on all their pages is told where it is asked', async () => {
  const query =
    '{ all: device_list(pagination: {limit: 2}) { id } site(id: 1) { id } some: device_list(filters: {site: {name: {exact: "There"}}}) { id } region_list { id } }';
  const visible = (model: Model) => (model.name === 'dcim.region' ? never : always);
  const { extensions } = await ask(query, { totalCounts: true, visible });
  assert.deepEqual(extensions, { totalCounts: { all: 9, some: 1, region_list: 0 } });
  assert.equal((await ask(query)).extensions, undefined);
});

test('lists are never longer than MAX_PAGE_SIZE', async () => {
  const found = await data('{ device_list { id } site(id: 1) { devices { id } } }', { settings: { MAX_PAGE_SIZE: 3 } });
  assert.equal((found!.device_list as unknown[]).length, 3);
  assert.equal((found!.site as { devices: unknown[] }).devices.length, 3);
});

test('unions lead to objects of several models', async () => {
  assert.deepEqual(
    await data(
      `{ ip_address_list { id assigned_object { __typename ... on InterfaceType { name device { name } } } } }`,
    ),
    {
      ip_address_list: [
        { id: '1', assigned_object: { __typename: 'InterfaceType', name: 'eth1', device: { name: 'd1' } } },
        { id: '2', assigned_object: { __typename: 'InterfaceType', name: 'eth2', device: { name: 'd1' } } },
        { id: '3', assigned_object: null },
      ],
    },
  );
});

const ids = async (list: string, filters: string) => {
  const found = await data(`{ ${list}(filters: ${filters}) { id } }`);
  return (found![list] as { id: string }[]).map(({ id }) => Number(id));
};

for (const [list, filters, expected] of [
  ['site_list', '{name: {i_starts_with: "HE"}}', [1]],
  ['site_list', '{status: {exact: STATUS_PLANNED}}', [2]],
  ['site_list', '{status: {in_list: [STATUS_PLANNED, STATUS_ACTIVE]}}', [1, 2]],
  ['site_list', '{region: {name: {exact: "Hesse"}}}', [1]],
  ['site_list', '{region: {NOT: {name: {exact: "Hesse"}}}}', [2]],
  ['site_list', '{region_id: {id: 1, match_type: DESCENDANTS}}', [1]],
  ['site_list', '{region_id: {id: 1, match_type: EXACT}}', []],
  ['site_list', '{region_id: {id: 2, match_type: SELF_AND_DESCENDANTS}}', [1]],
  ['site_list', '{region_id: {id: 1, match_type: CHILDREN}}', [1]],
  ['site_list', '{latitude: {comparison_lookup: {gt: 50}}}', [1]],
  ['device_type_list', '{u_height: {filter_lookup: {ends_with: 1}}}', [1]],
  ['site_list', '{latitude: {comparison_lookup: {range: {start: 50.4, end: 51}}}}', [1]],
  ['site_list', '{id: {gt: 1}, OR: {name: {exact: "Here"}}}', [1, 2]],
  ['site_list', '{id: {gt: 1}, NOT: {name: {exact: "There"}}}', []],
  ['site_list', '{AND: {id: {gt: 1}}}', [2]],
  ['site_list', '{name: null}', [1, 2]],
  ['device_list', '{tags: {slug: {exact: "red"}}}', [1]],
  ['device_list', '{site: {region: {name: {exact: "Hesse"}}}, id: {lt: 3}}', [1, 2]],
  ['device_list', '{interfaces: {ip_addresses: {address: {exact: "10.0.1.1/24"}}}}', [1]],
  ['device_list', '{interfaces: {name: {exact: "eth1"}}, DISTINCT: true}', [1, 2, 3, 4, 5, 6, 7, 8]],
  ['region_list', '{id: {exact: 1}}', [1]],
  ['ip_address_list', '{parent: ["10.0.0.0/16"]}', [1, 2]],
  ['ip_address_list', '{parent: ["10.0.1.0/24", "nonsense"]}', [2]],
  ['ip_address_list', '{family: FAMILY_6}', [3]],
  ['ip_address_list', '{assigned: false}', [3]],
  ['interface_list', '{kind: KIND_VIRTUAL}', []],
  ['interface_list', '{cabled: true}', []],
  ['tunnel_termination_list', '{termination_type: {exact: TYPE_DCIM_DEVICE}}', [1]],
  ['tunnel_termination_list', '{termination_type: {in_list: [TYPE_VIRTUALIZATION_VIRTUALMACHINE]}}', []],
  ['tunnel_termination_list', '{NOT: {termination_type: {is_null: true}}}', [1]],
  // What an outer join's null means: an object that isn't there has nothing.
  ['site_list', '{region: {name: {is_null: true}}}', [2]],
  ['site_list', '{region: {name: {is_null: false}}}', [1]],
  ['site_list', '{region: {name: {is_null: true}, slug: {exact: "hesse"}}}', []],
  ['device_list', '{tags: {name: {is_null: true}}, id: {lt: 3}}', [2]],
  // A range without one of its ends holds nothing, nor does its denial.
  ['site_list', '{id: {range: {start: 1}}}', []],
  ['site_list', '{NOT: {id: {range: {end: 1}}}}', []],
  ['site_list', '{id: {range: {start: 1, end: 2}}}', [1, 2]],
  ['site_list', '{NOT: {region: {id: {range: {end: 1}}}}}', [2]],
  // Members of JSON that aren't there
  ['site_list', '{custom_field_data: {path: "a", lookup: {string_lookup: {exact: "b"}}}}', []],
  ['site_list', '{NOT: {custom_field_data: {path: "a", lookup: {string_lookup: {exact: "b"}}}}}', []],
  ['site_list', '{custom_field_data: {path: "a", lookup: {date_lookup: {year: {is_null: true}}}}}', [1, 2]],
  ['interface_list', '{enabled: {contains: true}}', []],
  ['interface_list', '{enabled: {i_contains: true}, device_id: 1}', [11]],
] as const)
  test(`${list} finds what ${filters} says`, async () => {
    assert.deepEqual(await ids(list, filters), expected);
  });

test('parts of moments are compared', async () => {
  await sql.unsafe("update dcim_site set created = '2021-03-07T10:20:30Z' where id = 1");
  for (const part of [
    'year: {exact: 2021}',
    'month: {lte: 3}',
    'week_day: {exact: 1}',
    'iso_week_day: {exact: 7}',
    'quarter: {exact: 1}',
    'date: {exact: "2021-03-07"}',
    'time: {gt: "10:00:00"}',
    'minute: {in_list: [20, 21]}',
    'hour: {range: {start: 9, end: 10}}',
  ])
    assert.deepEqual(await ids('site_list', `{created: {${part}}}`), [1], part);
});

test('images tell what their files say', async () => {
  const root = await mkdtemp(join(tmpdir(), 'media-'));
  const pixel = Buffer.from('R0lGODlhAwACAIAAAAAAAP///yH5BAAAAAAALAAAAAADAAIAAAIChFMAOw==', 'base64');
  await writeFile(join(root, 'front.gif'), pixel);
  await sql.unsafe("update dcim_devicetype set front_image = 'front.gif', rear_image = 'gone.gif' where id = 1");
  const image = (name: string) => `{ device_type(id: 1) { ${name} { name url size width height } } }`;
  const settings = { MEDIA_ROOT: root };
  assert.deepEqual(await data(image('front_image'), { settings }), {
    device_type: {
      front_image: { name: 'front.gif', url: '/media/front.gif', size: pixel.length, width: 3, height: 2 },
    },
  });
  const { data: found, errors } = await ask(image('rear_image'), { settings });
  assert.deepEqual(found, { device_type: { rear_image: null } });
  assert.deepEqual(
    [errors?.[0]?.message, errors?.[0]?.path],
    ['The size of the file gone.gif is not known.', ['device_type', 'rear_image', 'size']],
  );
  await rm(root, { recursive: true });
});

test('what somebody may not see is not there, at every level', async () => {
  const visible = (model: Model) =>
    model.name === 'dcim.interface'
      ? compare({ registry, model, path: 'name' }, 'exact', ['eth2'])
      : model.name === 'dcim.region'
        ? never
        : always;
  assert.deepEqual(
    await data(
      '{ device_list(filters: {id: {exact: 1}}) { interfaces { name } site { region { name } } } region_list { id } }',
      { visible },
    ),
    { device_list: [{ interfaces: [{ name: 'eth2' }], site: { region: null } }], region_list: [] },
  );
});

test('what may not be null is missed with the path to it', async () => {
  const visible = (model: Model) => (model.name === 'dcim.site' ? never : always);
  const { data: found, errors } = await ask('{ device_list { name site { name } } }', { visible });
  assert.equal(found, null);
  assert.deepEqual(errors?.[0], {
    message: 'Cannot return null for non-nullable field DeviceType.site.',
    locations: [{ line: 1, column: 3 }],
    path: ['device_list', 0, 'site'],
  });
});

for (const [query, message] of [
  ['{ site(id: 99) { id } }', /^Site matching query does not exist\.$/],
  ['{ site(id: "x") { id } }', /^Field 'id' expected a number but got 'x'\.$/],
  ['{ site_list(filters: {id: {exact: "x"}}) { id } }', /^Field 'id' expected a number but got 'x'\.$/],
  ['{ site_list(filters: {name: {regex: "("}}) { id } }', /^invalid regular expression/],
  ['{ site_list(pagination: {offset: 1, start: 1}) { id } }', /^Cannot specify both/],
  ['{ site_list { nothing } }', /^Cannot query field "nothing" on type "SiteType"/],
  ['{ site_list(', /^Syntax Error/],
  ['mutation { site_list { id } }', /^The mutation operation is not supported/],
  [
    '{ device_list(filters: {latitude: {filter_lookup: {exact: 1}, comparison_lookup: {gt: 1}}}) { id } }',
    /exactly one/i,
  ],
  ['{ site_list(filters: {created: {date: {exact: "2021-03-07T00:00:00"}}}) { id } }', /represent a Date/],
  ['{ ...A } fragment A on Query { ...A }', /^Cannot spread fragment "A" within itself/],
] as const)
  test(`${query} is an error`, async () => {
    const { data: found, errors } = await ask(query);
    assert.equal(found, null);
    assert.match(errors![0]!.message, message);
  });

test('variables, fragments and directives are understood', async () => {
  assert.deepEqual(
    await data(
      'query Q($id: ID!, $no: Boolean = false) { site(id: $id) { ...Name status @include(if: $no) } } fragment Name on SiteType { name }',
      { variables: { id: 2 }, operationName: 'Q' },
    ),
    { site: { name: 'There' } },
  );
});

test('the schema is told', async () => {
  const found = await data('{ __schema { queryType { name } } __type(name: "SiteType") { kind } site(id: 1) { id } }');
  assert.deepEqual(found, {
    __schema: { queryType: { name: 'Query' } },
    __type: { kind: 'OBJECT' },
    site: { id: '1' },
  });
});

test('aliases and depth are bounded by their settings', async () => {
  const aliases = await ask('{ a: site(id: 1) { id } b: site(id: 1) { id } }', {
    settings: { GRAPHQL_MAX_ALIASES: 1 },
  });
  assert.equal(aliases.errors?.[0]?.message, '2 aliases found. Allowed: 1');
  const depth = await ask('query Deep { site(id: 1) { devices { site { id } } } }', {
    settings: { GRAPHQL_MAX_QUERY_DEPTH: 2 },
  });
  assert.equal(depth.errors?.[0]?.message, "'Deep' exceeds maximum operation depth of 2");
});

test('a hostile query ends with a clear error', async () => {
  const deep = (levels: number): string =>
    levels === 0 ? '{ id }' : `{ name interfaces { name device { id } } site { name devices ${deep(levels - 1)} } }`;
  const { errors } = await ask(`{ device_list ${deep(14)} }`, { settings: { GRAPHQL_MAX_ALIASES: 100 } });
  assert.match(errors![0]!.message, /^The query's answer is longer than \d+ characters\.$/);

  // Each fragment spreads the next one twice.
  const wide = Array.from(
    { length: 14 },
    (_, level) =>
      `fragment F${level} on SiteType { id devices { site { ...F${level + 1} } } racks { site { ...F${level + 1} } } }`,
  );
  const many = await ask(`{ site_list { ...F0 } } ${wide.join(' ')} fragment F14 on SiteType { id }`);
  assert.equal(many.errors?.[0]?.message, 'The query selects more than 5000 fields.');
});
