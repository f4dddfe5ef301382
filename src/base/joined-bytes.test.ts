import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinedBytes } from './joined-bytes.ts';

const pages: [string, string[]][] = [
  ['nothing', []],
  ['ASCII', ['{"a":1}', '{"a":2}']],
  ['one text', ['x']],
  ['much more bytes than characters', Array.from({ length: 300 }, () => '日本語のとても長い名前')],
  ['characters of four bytes at the end', ['a'.repeat(500), '😀'.repeat(200)]],
  ['halves of a pair', ['\ud83d', '\ude00']],
  ['many small ones behind a long one', ['é'.repeat(1000), ...Array.from({ length: 500 }, (_, i) => String(i))]],
];

for (const [name, texts] of pages)
  test(`joined bytes: ${name}`, () => {
    const expected = `{"results":[${texts.join(',')}]}`;
    const bytes = joinedBytes(texts, { before: '{"results":[', after: ']}' });
    const encoded = texts.map((text) => Buffer.from(text).toString()).join(',');
    assert.equal(bytes.toString(), name.startsWith('halves') ? `{"results":[${encoded}]}` : expected);
  });
