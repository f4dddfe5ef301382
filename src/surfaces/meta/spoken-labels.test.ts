import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spokenLabels } from './spoken-labels.ts';

const cases: [what: string, told: unknown, labels: string[]][] = [
  ['one translation for every capital', [{ label: 'Device Types' }, { plural: 'device types' }], ['device types']],
  ['names are the same everywhere', [{ label: '1000BASE-T (1GE)' }, { label: 'SDR (2 Gbps)' }, { label: 'VLANs' }], []],
  ['what has a word isn’t a name', [{ label: 'Cisco CPAK (100GE)' }], ['Cisco CPAK (100GE)']],
  [
    'what is put together of others is made of them',
    [{ label: 'Interfaces (Parent)' }, { label: 'Interfaces' }, { label: 'Parent' }],
    ['Interfaces', 'Parent'],
  ],
  [
    'values that are shown as they are',
    [
      { value: 'blue', label: 'blue' },
      { name: 'url', label: 'url' },
    ],
    [],
  ],
  ['helps and groups, however deep', { a: [{ help: 'Say why.', b: { group: 'Other' } }] }, ['Other', 'Say why.']],
];
for (const [what, told, labels] of cases) test(what, () => assert.deepEqual(spokenLabels(told), labels));
