import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '#models/registry.ts';
import { type ConstraintValue, conditionOf } from '#query/constraint.ts';
import { and, type Condition, not, or } from '#query/tree.ts';
import { testDatabase } from '#test/database.ts';
import { whereSql } from './where.ts';

const database = await testDatabase();

const rows = `
  insert into dcim_region (id, name, slug, description, comments, custom_field_data, parent_id) values
    (1, 'Europe', 'europe', '', '', '{}', null), (2, 'Hesse', 'hesse', '', '', '{}', 1);
  insert into dcim_site (id, name, slug, status, facility, description, physical_address, shipping_address, comments,
    custom_field_data, region_id, latitude) values
    (1, 'Äther', 'aether', 'active', 'DC_1', '', '', '', '', '{"rank": 5, "note": "Ab%c", "kinds": ["a", "b"]}', 1, 50.5),
    (2, 'beta', 'beta', 'planned', 'DCx1', '', '', '', '', '{"rank": null, "note": ""}', 2, null),
    (3, 'gamma', 'gamma', 'active', '', '', '', '', '', '{}', null, -1);
  insert into extras_tag (id, name, slug, color, description, weight) values (1, 'Red', 'red', 'ff0000', '', 1000), (2, 'Blue', 'blue', '0000ff', '', 1000);
  insert into extras_taggeditem (id, object_id, content_type_id, tag_id)
    select row_number() over (), site, (select id from django_content_type where app_label = 'dcim' and model = 'site'), tag
    from (values (1, 1), (1, 2), (2, 1)) as pairs (site, tag);
  insert into ipam_rir (id, name, slug, is_private, description, custom_field_data, comments) values (1, 'R', 'r', false, '', '{}', '');
  insert into ipam_asn (id, asn, rir_id, description, comments, custom_field_data) values (1, 65001, 1, '', '', '{}'), (2, 65002, 1, '', '', '{}');
  insert into dcim_site_asns (site_id, asn_id) values (1, 1), (1, 2), (3, 2);
  insert into ipam_prefix (id, prefix, status, description, comments, custom_field_data, is_pool, mark_utilized, _depth, _children, scope_type_id, scope_id)
    select id, prefix::cidr, 'active', '', '', '{}', false, false, 0, 0,
      (select id from django_content_type where app_label = 'dcim' and model = 'site'), scope
    from (values (1, '10.0.0.0/8', 1), (2, '10.1.0.0/16', 2), (3, '2001:db8::/32', null)) as given (id, prefix, scope);
`;

await database.sql.unsafe(rows);

async function keys(model: string, condition: Condition): Promise<string> {
  const parameters: string[] = [];
  const where = whereSql(condition, { model: registry.get(model), alias: 't', parameters });
  const found = await database.sql
    .unsafe(`select t.id from ${registry.get(model).table} as t where ${where} order by t.id`, parameters)
    .values();
  return (found as unknown as [string][]).join(' ');
}

const term = (model: string, name: string, value: ConstraintValue): Condition =>
  conditionOf(registry, registry.get(model), name, value);

/** A constraint on a model, and the keys of the rows that satisfy it. */
const table: readonly (readonly [model: string, term: string, value: ConstraintValue, keys: string])[] = [
  ['dcim.site', 'name', 'beta', '2'],
  ['dcim.site', 'name__in', ['beta', 'gamma', 'with "quotes" \\ and {braces}'], '2 3'],
  ['dcim.site', 'name__iexact', 'BETA', '2'],
  ['dcim.site', 'name__icontains', 'äTH', '1'],
  ['dcim.site', 'facility__contains', 'C_1', '1'],
  ['dcim.site', 'facility__istartswith', 'dc', '1 2'],
  ['dcim.site', 'name__endswith', 'ta', '2'],
  ['dcim.site', 'name__regex', '^[bg]', '2 3'],
  ['dcim.site', 'name__iregex', '^BE', '2'],
  ['dcim.site', 'facility__empty', true, '3'],
  ['dcim.site', 'id__gt', 1, '2 3'],
  ['dcim.site', 'pk__in', ['1', '99999999999999999999999'], '1'],
  ['dcim.site', 'id__lt', '99999999999999999999999', '1 2 3'],
  ['dcim.site', 'custom_field_data__rank__lt', 3, '2'],
  ['ipam.prefix', '_depth__gte', '-1', '1 2 3'],
  ['ipam.prefix', 'vlan__vid__lt', '99999999999', ''],
  ['ipam.prefix', 'scope_id__lt', '99999999999999999999', '1 2 3'],
  ['dcim.site', 'id__gt', '99999999999999999999999', ''],
  ['dcim.site', 'id__range', [2, '99999999999999999999999'], '2 3'],
  ['dcim.site', 'id__in', [], ''],
  ['dcim.site', 'latitude__lte', 0, '3'],
  ['dcim.site', 'latitude__range', [-5, 60], '1 3'],
  ['dcim.site', 'latitude__isnull', true, '2'],
  ['dcim.site', 'region', 2, '2'],
  ['dcim.site', 'region', null, '3'],
  ['dcim.site', 'region__isnull', false, '1 2'],
  ['dcim.site', 'region__slug', 'europe', '1'],
  ['dcim.site', 'region__parent__name', 'Europe', '2'],
  ['dcim.site', 'region__parent__isnull', true, '1 3'],
  ['dcim.site', 'asns__asn__in', [65001, 65002], '1 3'],
  ['dcim.site', 'asns', 2, '1 3'],
  ['dcim.site', 'tags__name', 'Red', '1 2'],
  ['dcim.site', 'tags__slug__in', ['red', 'blue'], '1 2'],
  ['dcim.site', 'custom_field_data__rank', 5, '1'],
  ['dcim.site', 'custom_field_data__rank__gte', 5, '1'],
  ['dcim.site', 'custom_field_data__rank', null, '2 3'],
  ['dcim.site', 'custom_field_data__note__icontains', 'B%', '1'],
  ['dcim.site', 'custom_field_data__kinds__contains', ['b'], '1'],
  ['dcim.site', 'custom_field_data__has_key', 'note', '1 2'],
  ['dcim.region', 'sites__status', 'planned', '2'],
  ['ipam.asn', 'sites__name', 'gamma', '2'],
  ['ipam.prefix', 'prefix', '10.1.0.0/16', '2'],
  ['ipam.prefix', 'prefix__net_contained', '10.0.0.0/8', '2'],
  ['ipam.prefix', 'prefix__net_contained_or_equal', '10.0.0.0/8', '1 2'],
  ['ipam.prefix', 'prefix__net_contains', '10.1.2.3', '1 2'],
  ['ipam.prefix', 'prefix__net_mask_length__gte', 16, '2 3'],
  ['ipam.prefix', 'prefix__net_mask_length', '99999999999999999999', ''],
  ['ipam.prefix', 'prefix__net_mask_length__gte', '99999999999999999999', ''],
  ['ipam.prefix', 'prefix__net_mask_length__lte', '99999999999999999999', '1 2 3'],
  ['ipam.prefix', 'prefix__family', 6, '3'],
  ['ipam.prefix', 'prefix__startswith', '10.', '1 2'],
  ['ipam.prefix', 'site__name', 'beta', '2'],
];

for (const [model, name, value, expected] of table)
  test(`${model}: ${name} = ${JSON.stringify(value)}`, async () => {
    assert.equal(await keys(model, term(model, name, value)), expected);
  });

test('what is not known to hold does not hold', async () => {
  const planned = term('dcim.site', 'region__slug', 'europe');
  assert.equal(await keys('dcim.site', not(planned)), '2 3');
  assert.equal(await keys('dcim.site', not(term('dcim.site', 'latitude__gt', 0))), '2 3');
});

test('conditions combine', async () => {
  const red = term('dcim.site', 'tags__slug', 'red');
  const blue = term('dcim.site', 'tags__slug', 'blue');
  assert.equal(await keys('dcim.site', and(red, blue)), '1');
  assert.equal(await keys('dcim.site', or(blue, term('dcim.site', 'name', 'gamma'))), '1 3');
});

test('a tree reaches down and up', async () => {
  const below = (lookup: 'descendants' | 'ancestors', key: string): Condition => ({
    op: 'compare',
    field: undefined,
    lookup,
    values: [key],
  });
  assert.equal(await keys('dcim.region', below('descendants', '1')), '1 2');
  assert.equal(await keys('dcim.region', below('descendants', '2')), '2');
  assert.equal(await keys('dcim.region', below('ancestors', '2')), '1 2');
});

test('a comparison with the key of a related object needs no sub-select', () => {
  const parameters: string[] = [];
  const site = { model: registry.get('dcim.site'), alias: 't', parameters };
  assert.equal(whereSql(term('dcim.site', 'region__id', 2), site), 't.region_id = $1::bigint');
  assert.deepEqual(parameters, ['2']);
});

test('a constraint that leads nowhere is named', () => {
  assert.throws(
    () => term('dcim.site', 'nonsense__name', 1),
    /dcim\.site: the constraint nonsense__name leads nowhere/,
  );
});
