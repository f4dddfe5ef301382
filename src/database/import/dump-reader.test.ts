import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDump } from './dump-reader.ts';

const end = '--\n-- PostgreSQL database dump complete\n--\n';

/** The items of a dump; it arrives in chunks of `size` bytes. */
async function read(text: string, size = 1 << 20): Promise<string[]> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const items: string[] = [];
  for await (const item of readDump(chunks())) {
    if (item.kind !== 'copy') {
      items.push(`${item.line} ${item.text}`);
      continue;
    }
    const rows: Buffer[] = [];
    for await (const chunk of item.rows) rows.push(chunk);
    items.push(`${item.line} ${item.text}${Buffer.concat(rows).toString()}`);
  }
  return items;
}

const rows: [what: string, dump: string, items: string[]][] = [
  ['two statements in a line', 'SELECT 1; SELECT 2;\n', ['1 SELECT 1;', '1 SELECT 2;']],
  ['a statement over lines', '\nCREATE TABLE a (\n    id int\n);\n', ['2 CREATE TABLE a (\n    id int\n);']],
  ['a semicolon in a text', "INSERT INTO a VALUES ('x;''y;');\n", ["1 INSERT INTO a VALUES ('x;''y;');"]],
  [
    'a text over lines',
    "COMMENT ON TABLE a IS 'one;\n-- two\n/* three';\n",
    ["1 COMMENT ON TABLE a IS 'one;\n-- two\n/* three';"],
  ],
  ['backslashes in a plain text', "SELECT 'a\\';\nSELECT 2;\n", ["1 SELECT 'a\\';", '2 SELECT 2;']],
  ['backslashes in a text with escapes', "SELECT E'a\\';', e'\\\\';\n", ["1 SELECT E'a\\';', e'\\\\';"]],
  ['a name that ends in e', "SELECT name'a\\';\n", ["1 SELECT name'a\\';"]],
  ['a quoted name', 'CREATE TABLE "a;""b;" (id int);\n', ['1 CREATE TABLE "a;""b;" (id int);']],
  [
    'a function',
    "CREATE FUNCTION f() AS $$\nBEGIN; -- it's\nEND;\n$$;\n",
    ["1 CREATE FUNCTION f() AS $$\nBEGIN; -- it's\nEND;\n$$;"],
  ],
  ['a function with a tag', 'AS $_$ a $$;$$ $1; $_$;\n', ['1 AS $_$ a $$;$$ $1; $_$;']],
  ['a dollar within a name', "SELECT a$b$ FROM c;\nSELECT 'd$$;';\n", ['1 SELECT a$b$ FROM c;', "2 SELECT 'd$$;';"]],
  ['comments', '-- a; b\nSELECT /* c; /* d; */ e; */ 1 -- f;\n+ 2;\n', ['2 SELECT  1 \n+ 2;']],
  [
    'lines for psql',
    '\\restrict abc\nSELECT 1;\n\\unrestrict abc\n',
    ['1 \\restrict abc', '2 SELECT 1;', '3 \\unrestrict abc'],
  ],
  ['a backslash within a statement', "SELECT '\n\\connect x';\n", ["1 SELECT '\n\\connect x';"]],
  [
    'rows',
    'COPY a (b) FROM stdin;\n1\tx;y\n\\N\t\\\\.\n\\.\n\nSELECT 1;\n',
    ['1 COPY a (b) FROM stdin;1\tx;y\n\\N\t\\\\.\n', '6 SELECT 1;'],
  ],
  ['no rows', 'COPY a FROM stdin;\n\\.\nSELECT 1;\n', ['1 COPY a FROM stdin;', '3 SELECT 1;']],
  [
    'lines of Windows',
    'SELECT 1;\r\nCOPY a FROM stdin;\r\n1\r\n\\.\r\nSELECT 2;\r\n',
    ['1 SELECT 1;', '2 COPY a FROM stdin;1\r\n', '5 SELECT 2;'],
  ],
  ['letters of several bytes', "SELECT 'Zürich → 東京';\n", ["1 SELECT 'Zürich → 東京';"]],
];

for (const [what, dump, items] of rows)
  for (const size of [1 << 20, 7, 1])
    test(`${what}, in chunks of ${size}`, async () => assert.deepEqual(await read(dump + end, size), items));

test('rows that nobody reads are passed over', async () => {
  async function* chunks() {
    yield Buffer.from(`COPY a FROM stdin;\n1\n2\n\\.\nSELECT 1;\n${end}`);
  }
  const kinds: string[] = [];
  for await (const { kind } of readDump(chunks())) kinds.push(kind);
  assert.deepEqual(kinds, ['copy', 'statement']);
});

const cut: [what: string, dump: string, message: RegExp][] = [
  ['between statements', 'SELECT 1;\n', /^The dump is cut short: it ends in line 1, without/],
  ['within a statement', `CREATE TABLE a (\n${end}`, /^The dump is cut short: it ends in line 4, within a statement/],
  ['within rows', `COPY a FROM stdin;\n1\n2`, /^The dump is cut short: the COPY block of line 1 has no end/],
  ['before anything', '', /^The dump is cut short/],
];
for (const [what, dump, message] of cut)
  test(`a dump cut short ${what}`, async () => {
    for (const size of [1 << 20, 1]) await assert.rejects(read(dump, size), { name: 'ImportError', message });
  });
