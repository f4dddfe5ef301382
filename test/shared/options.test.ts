import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { registry } from '#models/registry.ts';
import type { Model } from '#registry/model.ts';
import { nullable, readOnly, required, restFields } from '#registry/rest-facts.ts';
import { optionsOf } from '#surfaces/rest/options.ts';

interface Serializer {
  readonly model: string;
  readonly fields: Readonly<Record<string, { required: boolean; read_only: boolean; allow_null: boolean }>>;
}
interface Described {
  readonly type: string;
  readonly required: boolean;
  readonly read_only: boolean;
  readonly choices?: readonly { readonly value: unknown }[];
}
interface Case {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly settings?: { readonly FIELD_CHOICES?: Record<string, unknown> };
  readonly response: {
    readonly name: string;
    readonly actions?: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  };
}

const shared = new URL('../../../shared/', import.meta.url);
const serializers: Record<string, Serializer> = JSON.parse(
  readFileSync(new URL('reference/serializers.json', shared), 'utf8'),
);
const identity = new Set(['id', 'url', 'display_url', 'display']);

function serializerOf(model: Model): Serializer | undefined {
  const own = Object.entries(serializers).filter(([, serializer]) => serializer.model === model.name);
  return (own.find(([name]) => name.endsWith(`.${model.className}Serializer`)) ?? own[0])?.[1];
}

test('what REST requires, refuses to set and leaves null is what NetBox says', () => {
  const differences: string[] = [];
  for (const model of registry.models) {
    const serializer = model.rest ? serializerOf(model) : undefined;
    if (!serializer) continue;
    const names = Object.keys(serializer.fields).filter((name) => !identity.has(name));
    assert.deepEqual(
      restFields(model).map(({ name }) => name),
      names,
      `${model.name}: fields`,
    );
    for (const field of restFields(model)) {
      const fact = serializer.fields[field.name]!;
      const ours = { required: required(field), read_only: readOnly(field), allow_null: nullable(field) };
      for (const key of ['required', 'read_only', 'allow_null'] as const)
        if (ours[key] !== fact[key]) differences.push(`${model.name}.${field.name}: ${key} should be ${fact[key]}`);
    }
  }
  assert.deepEqual(differences, []);
});

for (const file of ['crawl', 'recorded'])
  test(`OPTIONS answers as recorded: ${file}`, () => {
    const differences: string[] = [];
    const lines = gunzipSync(readFileSync(new URL(`conformance/${file}.cases.jsonl.gz`, shared))).toString('utf8');
    for (const line of lines.split('\n')) {
      if (!line.includes('"OPTIONS"')) continue;
      const one: Case = JSON.parse(line);
      if (one.method !== 'OPTIONS' || one.status !== 200) continue;
      const [, app, collection, key] = one.path.split('/').filter(Boolean);
      const model = registry.byRest(`${app}/${collection}`);
      if (!model || model.actionsOnly || one.response.name === 'Script Instance') continue;
      const answer = optionsOf({
        registry,
        model,
        settings: { FIELD_CHOICES: one.settings?.FIELD_CHOICES ?? {} },
        detail: key !== undefined,
        mayAdd: one.response.actions !== undefined,
        mayChange: one.response.actions !== undefined,
      }) as Case['response'];
      if (answer.name !== one.response.name)
        differences.push(`${one.path}: name ${answer.name}, not ${one.response.name}`);
      const [got, want] = [shape(answer), shape(one.response)];
      for (const name of new Set([...Object.keys(want), ...Object.keys(got)]))
        if (got[name] !== want[name]) differences.push(`${one.path} ${name}: ${got[name]}, not ${want[name]}`);
    }
    assert.deepEqual([...new Set(differences)], []);
  });

/** What the replayer compares of an OPTIONS answer. */
function shape({ actions }: Case['response']): Record<string, string> {
  const described = actions?.POST ?? actions?.PUT ?? {};
  return Object.fromEntries(
    Object.entries(described).map(([name, { type, required, read_only, choices }]) => [
      name,
      JSON.stringify({ type, required, read_only, choices: choices?.map(({ value }) => value) }),
    ]),
  );
}
