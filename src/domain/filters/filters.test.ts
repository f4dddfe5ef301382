import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Queryable } from '#database/connect.ts';
import { finder } from '#database/select/find.ts';
import { whereSql } from '#database/select/where.ts';
import { registry } from '#models/registry.ts';
import type { Filter } from '#query/filters/filter.ts';
import { filtersOf } from '#query/filters/filters-of.ts';
import { type ParsedFilters, parseFilters } from '#query/filters/parse-filters.ts';
import { testDatabase } from '#test/database.ts';
import { filterBehaviours } from './index.ts';

const { sql } = await testDatabase();
const site = "(select id from django_content_type where app_label = 'dcim' and model = 'site')";

await sql.unsafe(`
  insert into dcim_region (id, name, slug, description, comments, custom_field_data, parent_id) values
    (1, 'Europe', 'europe', '', '', '{}', null), (2, 'Hesse', 'hesse', '', '', '{}', 1);
  insert into dcim_site (id, name, slug, status, facility, description, physical_address, shipping_address, comments,
    custom_field_data, region_id, latitude, time_zone, created) values
    (1, 'alpha', 'alpha', 'active', 'DC1', '', '', '', '', '{"rank": 5, "note": "Old"}', 1, 50.5, 'Europe/Berlin', '2021-01-02T00:00:00Z'),
    (2, 'beta', 'beta', 'planned', '', '', '', '', '', '{"rank": null}', 2, null, null, '2021-01-02T10:00:00Z'),
    (3, 'gamma', 'gamma', 'retired', 'null', '', '', '', '', '{}', null, -1, '', null);
  insert into extras_tag (id, name, slug, color, description, weight) values (1, 'Red', 'red', 'ff0000', '', 1000), (2, 'Blue', 'blue', '0000ff', '', 1000);
  insert into extras_taggeditem (object_id, content_type_id, tag_id) values (1, ${site}, 1), (1, ${site}, 2), (2, ${site}, 1);
  insert into extras_customfield (id, type, name, label, group_name, description, required, "unique", search_weight, nulls_first, status, filter_logic, ui_visible,
    ui_editable, is_cloneable, weight, validation_regex, comments)
    select id, type, name, '', '', '', false, false, 0, false, 'active', logic, '', '', false, 1, '', ''
    from (values (1, 'integer', 'rank', 'exact'), (2, 'text', 'note', 'loose'), (3, 'text', 'hidden', 'disabled')) as given (id, type, name, logic);
  insert into extras_customfield_object_types (customfield_id, contenttype_id) select id, ${site} from extras_customfield;
  insert into extras_savedfilter (name, slug, description, weight, enabled, shared, parameters) values ('P', 'p', '', 1, true, true, '{"status": ["planned"]}');
  insert into extras_savedfilter_object_types (savedfilter_id, contenttype_id) select id, ${site} from extras_savedfilter;
  insert into core_objectchange (time, user_name, request_id, action, changed_object_type_id, changed_object_id, object_repr, message)
    values (now(), 'x', '11111111-1111-4111-8111-111111111111', 'create', ${site}, 2, '', '');
`);

/** The statements that were sent while the query was being understood. */
let statements = 0;
const counting = {
  unsafe(...given: Parameters<Queryable['unsafe']>) {
    statements++;
    return sql.unsafe(...given);
  },
};

function parse(model: string, query: string): Promise<ParsedFilters> {
  statements = 0;
  return parseFilters({
    registry,
    model: registry.get(model),
    query: new URLSearchParams(query),
    find: finder(counting as Queryable),
    behaviours: filterBehaviours,
    timeZone: 'UTC',
    userId: undefined,
  });
}

async function found(model: string, query: string): Promise<string> {
  const parsed = await parse(model, query);
  if ('errors' in parsed) return JSON.stringify(parsed.errors);
  const parameters: string[] = [];
  const where = whereSql(parsed.condition, { model: registry.get(model), alias: 't', parameters });
  const rows = await sql
    .unsafe(`select t.id from ${registry.get(model).table} as t where ${where} order by 1`, parameters)
    .values();
  return (rows as unknown as [string][]).join(' ');
}

const noChoice = (name: string, value: string) =>
  JSON.stringify({ [name]: [`Select a valid choice. ${value} is not one of the available choices.`] });

/** A query for sites, and what it finds: keys, or the errors. */
const table: readonly (readonly [query: string, expected: string])[] = [
  ['', '1 2 3'],
  ['nonsense=1&name__nonsense=1&cf_nonsense=1', '1 2 3'],
  ['id=1&id=3', '1 3'],
  ['id__n=1&id__n=3', '2'],
  ['id=', '1 2 3'],
  ['id=1.5', '{"id":["Enter a whole number."]}'],
  ['id=x&latitude=y', '{"id":["Enter a whole number."],"latitude":["Enter a number."]}'],
  ['name=%00', '{"name":["Null characters are not allowed."]}'],
  ['id=%00', '{"id":["Enter a whole number."]}'],
  ['facility__empty=%00', '1 2 3'],
  ['region=%00', '{"region":["Null characters are not allowed."]}'],
  ['region_id=%00', '{"region_id":["“\\u0000” is not a valid value."]}'],
  ['facility__ie=null', ''],
  ['status=None', ''],
  ['status__n=None', '1 2 3'],
  ['status=null', noChoice('status', 'null')],
  ['status__ie=null', noChoice('status__ie', 'null')],
  ['time_zone__ie=null', '2'],
  ['time_zone=europe/berlin', '{"time_zone":["Invalid timezone \'europe/berlin\'"]}'],
  ['name__ic=ALP&name__ic=mm', '1 3'],
  ['name__nic=ALP&name__nic=mm', '2'],
  ['name__niew=ta', '1 3'],
  ['facility__empty=true', '2'],
  ['facility__empty=maybe', '1 2 3'],
  ['status=active&status=planned', '1 2'],
  ['status=nonsense', noChoice('status', 'nonsense')],
  ['status=', noChoice('status', '')],
  ['status__n=active', '2 3'],
  ['latitude__gte=0', '1'],
  ['latitude__n=50.5', '2 3'],
  ['latitude__empty=true', '2'],
  ['region=europe', '1 2'],
  ['region_id=2', '2'],
  ['region_id__n=2', '1 3'],
  ['region_id=null', '3'],
  ['region_id=null&region_id=2', '2 3'],
  ['region=nonsense', noChoice('region', 'nonsense')],
  ['region_id=%201%20', noChoice('region_id', ' 1 ')],
  ['region_id=1.0', '{"region_id":["“1.0” is not a valid value."]}'],
  ['region_id=x', '{"region_id":["“x” is not a valid value."]}'],
  ['tag=red&tag=blue', '1'],
  ['tag__any=red&tag__any=blue', '1 2'],
  ['tag__n=blue', '2 3'],
  ['tag=null', '3'],
  ['tag_id=1', '1 2'],
  ['tag=nonsense', noChoice('tag', 'nonsense')],
  ['time_zone=Europe/Berlin', '1'],
  ['time_zone=null', '2 3'],
  ['time_zone=Nonsense/Zone', '{"time_zone":["Invalid timezone \'Nonsense/Zone\'"]}'],
  ['created=2021-01-02', '1'],
  ['created__gt=2021-01-02T09:59:59%2B00:00', '2'],
  ['created=soon', '{"created":["Enter a valid date/time."]}'],
  ['created_by_request=11111111-1111-4111-8111-111111111111', '2'],
  ['updated_by_request=11111111-1111-4111-8111-111111111111', ''],
  ['created_by_request=x', '{"created_by_request":["Enter a valid UUID."]}'],
  ['q=%20BET%20', '2'],
  ['q=', '1 2 3'],
  ['cf_rank=5', '1'],
  ['cf_rank__n=5', '2 3'],
  ['cf_rank__gt=4', '1'],
  ['cf_rank__lt=4', '2'],
  ['cf_rank__lte=5', '1 2'],
  ['cf_note__ic=null', '2 3'],
  ['cf_note__nic=null', '1'],
  ['cf_rank__empty=true', '2 3'],
  ['cf_rank=x', '{"cf_rank":["Enter a whole number."]}'],
  ['cf_note=ld', '1'],
  ['cf_note__ie=OLD', '1'],
  ['cf_hidden=x', '1 2 3'],
  ['filter=p', '2'],
  ['filter=nonsense', '1 2 3'],
];

for (const [query, expected] of table)
  test(`sites: ?${query}`, async () => {
    assert.equal(await found('dcim.site', query), expected);
  });

test('an element of an array is kept within its own bounds', async () => {
  const most = '["Ensure this value is less than or equal to 32767."]';
  assert.equal(await found('dcim.rackreservation', 'unit=70000'), `{"unit":${most}}`);
  assert.equal(await found('dcim.rackreservation', 'unit__n=70000'), `{"unit__n":${most}}`);
  assert.equal(await found('dcim.rackreservation', 'unit=x'), '{"unit":["Enter a whole number."]}');
});

/** Filters of other models that no object need satisfy: what is told of their values. */
const told: readonly (readonly [model: string, query: string, expected: string])[] = [
  ['ipam.prefix', 'vlan_vid=1.5', ''],
  ['ipam.prefix', 'vlan_vid=1e60', '{"vlan_vid":["Ensure this value is less than or equal to 1e+50."]}'],
  ['ipam.prefix', 'family=99999999999999999999', ''],
  ['ipam.prefix', 'mask_length__gte=99999999999999999999', ''],
  ['dcim.interface', 'vlan_id=1.0', '{"vlan_id":["Ensure that there are no more than 0 decimal places."]}'],
  ['dcim.interface', 'speed=-1', '{"speed":["Ensure this value is greater than or equal to 0."]}'],
  [
    'dcim.interface',
    'speed__gt=9223372036854775808',
    '{"speed__gt":["Ensure this value is less than or equal to 9223372036854775807."]}',
  ],
  ['dcim.interface', 'mac_address=00:11:22%20:33', '{"mac_address":["Invalid MAC address format: 00:11:22:33"]}'],
  ['dcim.interface', 'primary_mac_address=', noChoice('primary_mac_address', '')],
  ['dcim.rackreservation', 'unit=32768', '{"unit":["Ensure this value is less than or equal to 32767."]}'],
  ['dcim.rackreservation', 'unit__gt=-1', '{"unit__gt":["Ensure this value is greater than or equal to 0."]}'],
  [
    'core.job',
    'execution_time=99999999999999',
    '{"execution_time":["The number of days must be between -999999999 and 999999999."]}',
  ],
  ['vpn.tunnel', 'encapsulation__nie=null', ''],
  ['vpn.tunnel', 'encapsulation=None', noChoice('encapsulation', 'None')],
  ['ipam.service', 'port__gt=99999999999999999999', ''],
];

for (const [model, query, expected] of told)
  test(`${model}: ?${query}`, async () => {
    assert.equal(await found(model, query), expected);
  });

test('only values that name objects cost a statement, one a filter', async () => {
  await parse('dcim.site', 'name=x&status=active&region_id=null&created=2021-01-02');
  assert.equal(statements, 0);
  await parse('dcim.site', 'region=europe&region=hesse&tag=red&tag=blue');
  assert.equal(statements, 2);
});

/** A value of each kind that a filter without objects accepts. */
const samples: Readonly<Record<string, string>> = {
  text: '10.0.0.0/8',
  search: '5',
  number: '1',
  decimal: '1.5',
  numericArray: '1',
  boolean: 'true',
  dateTime: '2021-01-01',
  date: '2021-01-01',
  duration: '60',
  uuid: '11111111-1111-4111-8111-111111111111',
  mac: '00:11:22:33:44:55',
  contentType: 'dcim.site',
  timeZone: 'UTC',
};

/** Values that no column holds; kinds that have none take their sample. */
const outsized: typeof samples = {
  ...samples,
  number: '99999999999999999999',
  decimal: '1e400',
  numericArray: '99999999999999999999',
  dateTime: '9999-12-31',
  date: '9999-12-31',
};

for (const [what, values] of Object.entries({ 'every filter': samples, 'filters by what no column holds': outsized }))
  for (const model of registry.models.filter(({ rest }) => rest))
    test(`${model.name}: PostgreSQL accepts the condition of ${what}`, async () => {
      const parameters: string[] = [];
      const conditions: string[] = [];
      for (const filter of filtersOf(registry, model).values()) {
        const parsed = await parse(model.name, sampleQuery(filter, values));
        if (!('errors' in parsed)) conditions.push(whereSql(parsed.condition, { model, alias: 't', parameters }));
        else assert.ok(filter.kind === 'single' || values === outsized, JSON.stringify(parsed.errors));
      }
      const rows = model.extends
        ? `(select * from ${model.table} join django_content_type on id = contenttype_ptr_id)`
        : model.table;
      await sql.unsafe(`select from ${rows} as t where false and (${conditions.join(' or ')})`, parameters);
    });

function sampleQuery({ name, kind, path, choices }: Filter, values: typeof samples): string {
  const wide = kind === 'mac' && path?.field?.kind.name === 'wwn';
  const value = wide
    ? '00:11:22:33:44:55:66:77'
    : (values[kind] ?? String(choices?.find((choice) => choice !== '') ?? 'null'));
  if (kind !== 'dateTimeRange') return new URLSearchParams([[name, value]]).toString();
  return new URLSearchParams([
    [`${name}_after`, '2021-01-01'],
    [`${name}_before`, '2021-01-01'],
  ]).toString();
}
