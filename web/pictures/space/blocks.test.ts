import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxOf, parseNetwork, shortLabel } from './blocks.ts';

const numbers: [string, bigint, number, 4 | 6][] = [
  ['10.0.0.0/8', 0x0a000000n, 8, 4],
  ['192.0.2.255/32', 0xc00002ffn, 32, 4],
  ['2001:db8::/32', 0x20010db8n << 96n, 32, 6],
  ['::/0', 0n, 0, 6],
  ['fe80::1:2/128', (0xfe80n << 112n) + 0x10002n, 128, 6],
];
for (const [text, start, length, family] of numbers)
  test(`the numbers of ${text}`, () => assert.deepEqual(parseNetwork(text), { start, length, family }));

for (const text of ['10.0.0/8', '10.0.0.0', '1:2:3/64', 'gg::/8'])
  test(`${text} is no prefix`, () => assert.throws(() => parseNetwork(text)));

const boxes: [string, string, x: number, y: number, width: number, height: number][] = [
  ['10.0.0.0/8', '10.0.0.0/8', 0, 0, 1, 1],
  ['10.0.0.0/9', '10.0.0.0/8', 0, 0, 0.5, 1],
  ['10.128.0.0/9', '10.0.0.0/8', 0.5, 0, 0.5, 1],
  ['10.64.0.0/10', '10.0.0.0/8', 0, 0.5, 0.5, 0.5],
  ['10.192.0.0/10', '10.0.0.0/8', 0.5, 0.5, 0.5, 0.5],
  ['2001:db8:8000::/33', '2001:db8::/32', 0.5, 0, 0.5, 1],
];
for (const [inner, outer, x, y, width, height] of boxes)
  test(`${inner} in ${outer}`, () =>
    assert.deepEqual(boxOf(parseNetwork(inner), parseNetwork(outer)), { x, y, width, height }));

const labels: [string, string, string][] = [
  ['10.48.8.0/22', '10.48.0.0/16', '8.0/22'],
  ['10.48.8.0/22', '10.48.0.0/15', '48.8.0/22'],
  ['10.0.0.0/8', '0.0.0.0/0', '10.0.0.0/8'],
  ['192.0.2.16/28', '192.0.2.0/24', '16/28'],
  ['2001:db8:1::/48', '2001:db8::/32', '2001:db8:1::/48'],
];
for (const [prefix, within, label] of labels)
  test(`${prefix} within ${within} is ${label}`, () => assert.equal(shortLabel(prefix, parseNetwork(within)), label));
