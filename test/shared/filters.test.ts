import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { registry } from '#models/registry.ts';
import type { Filter } from '#query/filters/filter.ts';
import { filtersOf } from '#query/filters/filters-of.ts';
import { resolvePath } from '#query/path.ts';

interface Reference {
  type: string;
  field: string;
  lookup: string;
  exclude?: true;
  to_field?: string;
  method?: string;
}
type Table = Record<string, Record<string, Reference>>;

const shared = new URL('../../../shared/reference/filters.json', import.meta.url);

/** Three lists stand wrong in the reference (those of their templates' models): their filters are read from openapi.json. */
const wrong = ['dcim.consoleport', 'dcim.powerport', 'dcim.interface'];

const types: Record<string, readonly [several: string, one: string]> = {
  text: ['MultiValueCharFilter', 'CharFilter'],
  number: ['MultiValueNumberFilter', 'NumberFilter'],
  decimal: ['MultiValueDecimalFilter', 'NumberFilter'],
  boolean: ['', 'BooleanFilter'],
  dateTime: ['MultiValueDateTimeFilter', 'DateTimeFilter'],
  dateTimeRange: ['', 'DateTimeFromToRangeFilter'],
  date: ['MultiValueDateFilter', 'DateFilter'],
  choice: ['', 'ChoiceFilter'],
  multipleChoice: ['MultipleChoiceFilter', ''],
  mac: ['MultiValueMACAddressFilter', ''],
  timeZone: ['MultiValueTimeZoneFilter', ''],
  contentType: ['MultiValueContentTypeFilter', ''],
  uuid: ['', 'UUIDFilter'],
  related: ['ModelMultipleChoiceFilter', ''],
  tree: ['TreeNodeMultipleChoiceFilter', ''],
  tag: ['TagFilter', ''],
  tagId: ['TagIDFilter', ''],
  single: ['', 'ModelChoiceFilter'],
  numericArray: ['', 'NumericArrayFilter'],
  duration: ['', 'DurationFilter'],
  search: ['', 'CharFilter'],
};
const synonyms: Record<string, string> = {
  MultiValueWWNFilter: 'MultiValueMACAddressFilter',
  MultiValueBigNumberFilter: 'MultiValueNumberFilter',
};

/** The steps and the column that a path leads through, so that two spellings of one path are equal. */
function places(model: string, path: string): string {
  const { steps, field } = resolvePath(registry, registry.get(model), path);
  const names = steps.map(({ way, model }) => `${way}:${model.name}`);
  return [...names, field?.to ? `forward:${field.to}` : (field?.name ?? 'id')].join(' ').replace(/ id$/, '');
}

function differs(model: string, ours: Filter, theirs: Reference): string[] {
  const type = types[ours.kind]![ours.one ? 1 : 0];
  const expected = synonyms[theirs.type] ?? theirs.type;
  const found: string[] = [];
  if (type !== expected) found.push(`${type} instead of ${expected}`);
  if (Boolean(ours.behaviour || ours.kind === 'search') !== Boolean(theirs.method))
    found.push(`behaviour ${ours.behaviour} for ${theirs.method}`);
  if (theirs.method) return found;
  const lookup = theirs.lookup === 'in' ? 'exact' : theirs.lookup;
  const named = { len__gte: 'gte', len__lte: 'lte' }[ours.lookup as string] ?? ours.lookup;
  if (named !== lookup && theirs.type !== 'DateTimeFromToRangeFilter')
    found.push(`${ours.lookup} instead of ${lookup}`);
  if (ours.negated !== (theirs.exclude ?? false)) found.push(`negated ${ours.negated}`);
  if (ours.by !== (theirs.to_field === 'id' ? undefined : theirs.to_field))
    found.push(`by ${ours.by} instead of ${theirs.to_field}`);
  if (ours.lookup.startsWith('len__')) return found;
  const path = theirs.to_field ? theirs.field.replace(new RegExp(`__${theirs.to_field}$`), '') : theirs.field;
  const stripped = theirs.type.startsWith('Tag') ? 'tags' : path;
  const { steps, field } = ours.path!;
  const own = [
    ...steps.map(({ way, model }) => `${way}:${model.name}`),
    field?.to ? `forward:${field.to}` : (field?.name ?? 'id'),
  ];
  try {
    const want = places(model, stripped.replace(/___/g, '__._').replaceAll('__', '.').replaceAll('..', '.'));
    if (own.join(' ').replace(/ id$/, '') !== want) found.push(`path ${own.join(' ')} instead of ${want}`);
  } catch (error) {
    found.push(`path ${theirs.field}: ${(error as Error).message}`);
  }
  return found;
}

test('the filters of every model are those of NetBox: names, kinds, lookups, paths', {
  skip: !existsSync(shared),
}, () => {
  const table = JSON.parse(readFileSync(shared, 'utf8')) as Table;
  const differences: string[] = [];
  for (const [name, reference] of Object.entries(table)) {
    if (wrong.includes(name)) continue;
    const ours = filtersOf(registry, registry.get(name));
    for (const key of new Set([...ours.keys(), ...Object.keys(reference)])) {
      const own = ours.get(key);
      const theirs = reference[key];
      if (!own) differences.push(`${name}.${key}: missing (${theirs!.type} ${theirs!.field})`);
      else if (!theirs) differences.push(`${name}.${key}: not in NetBox`);
      else differences.push(...differs(name, own, theirs).map((text) => `${name}.${key}: ${text}`));
    }
  }
  assert.ok(differences.length === 0, differences.join('\n'));
});
