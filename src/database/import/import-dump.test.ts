import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { testDatabase } from '#test/database.ts';
import { temporaryDirectory } from '#test/temporary-postgres.ts';
import { netboxMigrations } from '../schema/migrations.ts';
import { importDump } from './import-dump.ts';

const directory = await temporaryDirectory();
after(() => rm(directory, { recursive: true }));

/** A dump as pg_dump 17 writes it, of a database that has NetBox's migrations and one table more. */
function dump({ migrations = netboxMigrations, rows = '1\tone\\ttab\n2\t\\N\n' } = {}): string {
  return `--
-- PostgreSQL database dump
--

\\restrict key

SET statement_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);

CREATE TABLE public.django_migrations (app text NOT NULL, name text NOT NULL);
ALTER TABLE public.django_migrations OWNER TO nobody_here;
CREATE TABLE public.words (id integer NOT NULL, word text);
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE nowhere SET a = 1; RETURN NULL; END $$;
COPY public.django_migrations (app, name) FROM stdin;
${migrations.map((row) => row.join('\t')).join('\n')}
\\.
COPY public.words (id, word) FROM stdin;
${rows}\\.
ALTER TABLE ONLY public.words ADD CONSTRAINT words_pkey PRIMARY KEY (id);
GRANT SELECT ON TABLE public.words TO nobody_here;
--
-- PostgreSQL database dump complete
--

\\unrestrict key
`;
}

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content);
  return path;
}

for (const [name, content] of [
  ['plain.sql', dump()],
  ['packed.sql.gz', gzipSync(dump())],
] as const)
  test(`${name} is loaded`, async () => {
    const { sql, url } = await testDatabase({ empty: true });
    assert.deepEqual(await importDump(url, await file(name, content)), { tables: 2, statements: 4, plugins: [] });
    const found = await sql.unsafe('select id, word from words order by id').values();
    assert.deepEqual(
      found.map((row) => Array.from(row as unknown as string[])),
      [
        ['1', 'one\ttab'],
        ['2', null],
      ],
    );
  });

const refused: [what: string, content: string | Buffer, message: RegExp][] = [
  [
    'cut short within rows',
    dump().slice(0, dump().indexOf('2\t\\N')),
    /^The dump is cut short: the COPY block of line \d+ has no end/,
  ],
  ['cut short at its end', dump().slice(0, dump().indexOf('GRANT')), /^The dump is cut short: it ends in line/],
  ['packed and cut short', gzipSync(dump()).subarray(0, 3000), /is cut short or damaged: it cannot be unpacked/],
  [
    'with a wrong last row',
    dump({ rows: '1\ta\n2\n' }),
    /^Line \d+ of the dump was refused by PostgreSQL: missing data for column "word" \(COPY words, line 2/,
  ],
  [
    'with a wrong statement',
    dump().replace('PRIMARY KEY (id)', 'PRIMARY KEY (nothing)'),
    /^Line \d+ of the dump was refused by PostgreSQL: column "nothing".*\n {2}ALTER TABLE ONLY public\.words/,
  ],
  ['with rows twice', dump({ rows: '1\ta\n1\tb\n' }), /could not create unique index "words_pkey"/],
  [
    'of an older NetBox',
    dump({ migrations: netboxMigrations.filter(([app]) => app !== 'vpn') }),
    /belongs to a NetBox older than 4\.7\.3/,
  ],
  ['of another program', 'CREATE TABLE public.a (id int);\n-- PostgreSQL database dump complete\n', /is not NetBox's/],
  ['in the custom format', Buffer.from('PGDMP\x01\x0e'), /no plain SQL dump but pg_dump’s custom format.*pg_restore/],
];
const { sql, url } = await testDatabase({ empty: true });
for (const [index, [what, content, message]] of refused.entries())
  test(`a dump ${what} is refused and leaves nothing`, async () => {
    const path = await file(`${index}.sql`, content);
    await assert.rejects(importDump(url, path), (error: Error) => {
      assert.match(error.message, message);
      return true;
    });
    assert.deepEqual(
      Array.from(
        (await sql.unsafe(`select count(*) from pg_class where relnamespace = 'public'::regnamespace`).values())[0]!,
      ),
      ['0'],
    );
  });

test('nothing is loaded over what is there', async () => {
  const other = await testDatabase({ empty: true });
  await other.sql.unsafe('create table mine (id int)');
  await assert.rejects(
    importDump(other.url, await file('again.sql', dump())),
    /already holds 1 tables; an import needs an empty one/,
  );
});
