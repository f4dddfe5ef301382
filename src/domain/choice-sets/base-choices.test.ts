import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { baseChoices, locations } from './base-choices.ts';

const sets = baseChoices({ UN_LOCODE_FILES: [] });

for (const [set, least, value, label] of [
  ['ISO_3166', 249, 'CH', 'CH (Switzerland)'],
  ['IATA', 6000, 'ZRH', 'ZRH (Zürich Airport, Zurich, Switzerland)'],
] as const)
  test(`${set} has at least ${least} choices, ${value} among them`, () => {
    const choices = sets[set]!;
    assert.ok(choices.all().length >= least);
    assert.equal(choices.labels().get(value), label);
    assert.ok(!choices.labels().has('?'));
  });

test('without the lists of the United Nations whatever looks like a code of a location is one', () => {
  const { all, labels } = sets.UN_LOCODE!;
  assert.deepEqual(all(), []);
  assert.deepEqual([labels().get('CH-ZRH'), labels().has('zürich')], ['CH-ZRH', false]);
});

test('the lists of the United Nations are read, with or without a line of names; a file that is none is told', async (context) => {
  const directory = await mkdtemp(join(tmpdir(), 'locations-'));
  context.after(() => rm(directory, { recursive: true }));
  const files = ['named.csv', 'bare.csv', 'none.csv'].map((name) => join(directory, name));
  const texts = [
    'Change,Country,Location,Name,NameWoDiacritics\n,CH,,.SWITZERLAND,\n,CH,ZRH,Zürich,Zurich\n',
    ',"FR","",".FRANCE",\n"+","FR","2AB","Aux ""Bois""","Aux Bois"\n',
    'a,b\n',
  ];
  for (const [index, file] of files.entries()) await writeFile(file, texts[index]!);
  assert.deepEqual(baseChoices({ UN_LOCODE_FILES: files.slice(0, 2) }).UN_LOCODE!.all(), [
    ['CH-ZRH', 'CH-ZRH (Zürich, Switzerland)'],
    ['FR-2AB', 'FR-2AB (Aux "Bois", France)'],
  ]);
  assert.throws(() => locations([files[2]!]), /UN_LOCODE_FILES: .*none.csv has no code of a location/);
});
