import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProvision } from './read-provision.ts';

const who = { username: ' alice ', password: ' secret ' };
const accepted: [given: object, facts: object][] = [
  [{}, {}],
  [
    { version: 1, write_enabled: 'false', enabled: true },
    { version: 1, writeEnabled: false, enabled: true },
  ],
  [
    { description: '', expires: null },
    { description: '', expires: null },
  ],
  [
    { description: 5, expires: '2030-01-01T00:00:00Z' },
    { description: '5', expires: '2030-01-01T00:00:00Z' },
  ],
  [{ allowed_ips: ['10.0.0.0/8', '::1'] }, { allowedIps: ['10.0.0.0/8', '::1/128'] }],
  [{ unknown: 1 }, {}],
];
for (const [given, facts] of accepted)
  test(`accepted: ${JSON.stringify(given)}`, () =>
    assert.deepEqual(readProvision({ ...who, ...given }), { username: 'alice', password: ' secret ', facts }));

const refused: [body: unknown, fields: string][] = [
  [null, '__all__'],
  [[], '__all__'],
  [{}, 'username password'],
  [{ username: '', password: null }, 'username password'],
  [{ ...who, version: 3 }, 'version'],
  [{ ...who, version: '2' }, 'version'],
  [{ ...who, expires: 'x' }, 'expires'],
  [{ ...who, expires: '2030-13-01T00:00:00Z' }, 'expires'],
  [{ ...who, write_enabled: 'maybe' }, 'write_enabled'],
  [{ ...who, enabled: null }, 'enabled'],
  [{ ...who, description: 'x'.repeat(201) }, 'description'],
  [{ ...who, allowed_ips: ['10.0.0.0/33'] }, 'allowed_ips'],
  [{ ...who, allowed_ips: ['z'] }, 'allowed_ips'],
  [{ ...who, allowed_ips: '10.0.0.0/8' }, 'allowed_ips'],
];
for (const [body, fields] of refused)
  test(`refused: ${JSON.stringify(body)?.slice(0, 80)}`, () =>
    assert.throws(
      () => readProvision(body),
      ({ status, body: errors }: { status: number; body: object }) =>
        status === 400 && Object.keys(errors).join(' ') === fields,
    ));
