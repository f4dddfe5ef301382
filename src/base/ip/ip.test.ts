import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carve } from './carve.ts';
import { formatAddress } from './format-address.ts';
import { freeSpans } from './free-spans.ts';
import { formatNetwork, parseNetwork, spanOf } from './network.ts';
import { networksOfSpan } from './networks-of-span.ts';
import { parseAddress } from './parse-address.ts';

for (const [text, shown] of [
  ['0.0.0.0', '0.0.0.0'],
  ['10.1.2.255', '10.1.2.255'],
  ['255.255.255.255', '255.255.255.255'],
  ['::', '::'],
  ['::1', '::1'],
  ['1::', '1::'],
  ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:db8::', '2001:db8::'],
  ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
  ['::ffff:a00:1', '::ffff:10.0.0.1'],
  ['::a00:1', '::10.0.0.1'],
  ['::2', '::2'],
  ['fe80:0:0:0:0:0:0:0', 'fe80::'],
  ['0:0:0:1::', '0:0:0:1::'],
  ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
] as const)
  test(`the address ${text} reads ${shown}`, () => assert.equal(formatAddress(parseAddress(text)!), shown));

for (const text of [
  '',
  '10',
  '10.0.0',
  '10.0.0.256',
  '1.2.3.4.5',
  'x',
  ':',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '12345::',
  '1:2:3:4:5:6:7::8',
  '1.2.3.4::',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  '10.0.0.0/',
  '::/129',
])
  test(`"${text}" is no network`, () => assert.equal(parseNetwork(text), undefined));

for (const [text, first, last] of [
  ['10.0.0.5/24', '10.0.0.0', '10.0.0.255'],
  ['10.0.0.5', '10.0.0.5', '10.0.0.5'],
  ['0.0.0.0/0', '0.0.0.0', '255.255.255.255'],
  ['2001:db8::1/64', '2001:db8::', '2001:db8::ffff:ffff:ffff:ffff'],
] as const)
  test(`${text} spans ${first} to ${last}`, () => {
    const network = parseNetwork(text)!;
    const span = spanOf(network);
    assert.equal(formatAddress({ ...network, value: span.first }), first);
    assert.equal(formatAddress({ ...network, value: span.last }), last);
  });

const spans = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => one.split('-').map(BigInt) as [bigint, bigint])
    .map(([first, last]) => ({ first, last }));

for (const [within, taken, free] of [
  ['0-9', '', '0-9'],
  ['0-9', '0-0', '1-9'],
  ['0-9', '9-9', '0-8'],
  ['0-9', '0-9', ''],
  ['0-9', '2-3 5-5', '0-1 4-4 6-9'],
  ['0-9', '2-7 3-4 8-8', '0-1 9-9'],
  ['5-9', '0-5 7-20', '6-6'],
  ['5-9', '0-20', ''],
  ['5-9', '20-30', '5-9'],
] as const)
  test(`of ${within} without ${taken || 'anything'} there is left: ${free || 'nothing'}`, () =>
    assert.deepEqual([...freeSpans(spans(within)[0]!, spans(taken))], spans(free)));

for (const [first, last, networks] of [
  ['10.0.0.0', '10.0.0.255', '10.0.0.0/24'],
  ['10.0.0.1', '10.0.0.6', '10.0.0.1/32 10.0.0.2/31 10.0.0.4/31 10.0.0.6/32'],
  ['10.0.1.0', '10.0.3.255', '10.0.1.0/24 10.0.2.0/23'],
  ['0.0.0.0', '255.255.255.255', '0.0.0.0/0'],
  ['2001:db8::', '2001:db8::ffff:ffff:ffff:ffff', '2001:db8::/64'],
] as const)
  test(`${first} to ${last} are ${networks}`, () => {
    const { family, value } = parseAddress(first)!;
    const found = [...networksOfSpan(family, { first: value, last: parseAddress(last)!.value })];
    assert.equal(found.map(formatNetwork).join(' '), networks);
  });

for (const [free, lengths, taken] of [
  ['192.0.2.0/28', [30, 30, 30, 30], '192.0.2.0/30 192.0.2.4/30 192.0.2.8/30 192.0.2.12/30'],
  ['192.0.2.0/28', [30, 30, 30, 30, 30], ''],
  ['10.0.0.0/16 10.2.0.0/24 10.3.0.0/24', [25, 24, 24], '10.0.0.0/25 10.0.1.0/24 10.0.2.0/24'],
  ['10.0.0.8/29 10.0.0.16/28 10.0.0.32/27', [28, 30, 28], '10.0.0.16/28 10.0.0.8/30 10.0.0.32/28'],
  ['192.0.2.0/28', [30, 29], '192.0.2.0/30 192.0.2.8/29'],
  ['192.0.2.0/28', [28], '192.0.2.0/28'],
  ['192.0.2.0/28', [27], ''],
  ['2001:db8::/32', [64, 48], '2001:db8::/64 2001:db8:1::/48'],
] as const)
  test(`out of ${free}, ${lengths} are ${taken || 'too much'}`, () => {
    const found = carve(
      free.split(' ').map((one) => parseNetwork(one)!),
      lengths,
    );
    assert.equal(found?.map(formatNetwork).join(' ') ?? '', taken);
  });
