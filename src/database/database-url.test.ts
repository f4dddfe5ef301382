import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatabaseUrlError, parseDatabaseUrl } from './database-url.ts';

const rows: [url: string, expected: Partial<ReturnType<typeof parseDatabaseUrl>>][] = [
  ['postgres://u:p@h:5433/d', { host: 'h', port: 5433, user: 'u', password: 'p', database: 'd', ssl: false }],
  ['postgresql://u@h/d', { host: 'h', port: 5432, user: 'u' }],
  ['postgres://u:a%40b:c@h/d', { password: 'a@b:c' }],
  ['postgres://u@[::1]:5/d', { host: '::1', port: 5 }],
  ['postgres://u:p@%2Frun%2Fpg:5432/d', { host: '/run/pg', path: '/run/pg/.s.PGSQL.5432' }],
  ['postgres://u:p@/d?host=/run/pg', { host: '/run/pg', path: '/run/pg/.s.PGSQL.5432', database: 'd' }],
  ['postgres://u@h/d?sslmode=require&statement_timeout=5', { ssl: 'require', connection: { statement_timeout: '5' } }],
  ['postgres://u@h', { database: 'u' }],
];

for (const [url, expected] of rows)
  test(url, () => {
    const found = parseDatabaseUrl(url) as unknown as Record<string, unknown>;
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(found[key], value, key);
  });

test('what is no URL of PostgreSQL is refused, without repeating it', () => {
  for (const url of ['mysql://u:secret@h/d', 'postgres://u:secret@a:1,b:2/d', 'nonsense', 'postgres://u:%zz@h/d'])
    assert.throws(
      () => parseDatabaseUrl(url),
      (error: Error) => error instanceof DatabaseUrlError && !error.message.includes('secret'),
    );
});
