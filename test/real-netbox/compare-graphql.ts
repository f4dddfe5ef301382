import { parseArgs } from 'node:util';
import {
  buildClientSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isLeafType,
} from 'graphql';
import { Random } from './random.ts';
import { RandomQueries, type Samples } from './random-queries.ts';

/**
 * Asks a NetBox and a Patchbay, both serving the same database, the same random GraphQL queries, and prints where they
 * disagree, grouped, with a query for each group:
 *
 *     node --import tsx test/real-netbox/compare-graphql.ts --netbox http://…:8100 --patchbay http://…:8000 --token …
 */
const { values: options } = parseArgs({
  options: {
    netbox: { type: 'string', default: 'http://127.0.0.1:8100' },
    patchbay: { type: 'string', default: 'http://127.0.0.1:8000' },
    token: { type: 'string', default: '' },
    queries: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    examples: { type: 'string', default: '1' },
  },
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
}

async function ask(server: string, query: string): Promise<Answer> {
  const response = await fetch(`${server.replace(/\/$/, '')}/graphql/`, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      Authorization: `${options.token.startsWith('nbt_') ? 'Bearer' : 'Token'} ${options.token}`,
    },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { data: null, errors: [{ message: `${response.status} ${text.slice(0, 200)}` }] };
  }
}

const schema = buildClientSchema((await ask(options.patchbay, getIntrospectionQuery())).data as never);
/** Where docs/graphql.md says that the two differ. */
const without = new Set(
  'tenant_group tenant_group_id vcdcs virtual_disks module_bay_type_id nat_outside_id'.split(' '),
);
const random = new Random(Number(options.seed));
const queries = new RandomQueries({ schema, samples: await takeSamples(schema), random, without });
const groups = new Map<string, { count: number; examples: string[] }>();
const refused = new Map<string, number>();
let agreed = 0;
let failedBoth = 0;
let took = [0, 0];
for (let number = 0; number < Number(options.queries); number++) {
  const query = queries.next();
  const begun = performance.now();
  const wanted = await ask(options.netbox, query);
  const between = performance.now();
  const got = await ask(options.patchbay, query);
  took = [took[0]! + between - begun, took[1]! + performance.now() - between];
  if (wanted.errors && !got.errors) {
    const message = wanted.errors[0]!.message.replace(/\d+/g, 'N').split('\n')[0]!.slice(0, 120);
    refused.set(message, (refused.get(message) ?? 0) + 1);
    continue;
  }
  const problem = difference(wanted, got);
  if (!problem) {
    agreed++;
    if (wanted.errors) failedBoth++;
    continue;
  }
  const group = groups.get(problem.group) ?? { count: 0, examples: [] };
  group.count++;
  group.examples.push(`${query}\n    ${problem.detail}`);
  groups.set(problem.group, group);
}
console.log(
  `${agreed} of ${options.queries} agree (${failedBoth} of them are refused by both); NetBox ${(took[0]! / 1000).toFixed(1)} s, Patchbay ${(took[1]! / 1000).toFixed(1)} s.`,
);
for (const [name, { count, examples }] of [...groups].sort(([, one], [, other]) => other.count - one.count)) {
  console.log(`\n${count} × ${name}`);
  examples.sort((one, other) => one.length - other.length);
  for (const example of examples.slice(0, Number(options.examples))) console.log(`  ${example}`);
}
// No client relies on an error: these are for whoever wants to know.
if (refused.size > 0) console.log('\nRefused by NetBox alone:');
for (const [message, count] of [...refused].sort(([, one], [, other]) => other - one))
  console.log(`${count} × ${message}`);
process.exitCode = groups.size > 0 ? 1 : 0;

/** What objects of each list have in their plain fields: what filters are then asked for. */
async function takeSamples(of: GraphQLSchema): Promise<Samples> {
  const samples = new Map<string, Map<string, unknown[]>>();
  for (const field of Object.values(of.getQueryType()!.getFields())) {
    if (!field.name.endsWith('_list')) continue;
    const type = getNamedType(field.type) as GraphQLObjectType;
    const names = Object.values(type.getFields()).flatMap((one) =>
      isLeafType(getNamedType(one.type)) && one.args.length === 0 ? [one.name] : [],
    );
    const { data } = await ask(options.patchbay, `{${field.name}(pagination: {limit: 40}) {${names.join(' ')}}}`);
    const values = new Map<string, unknown[]>();
    for (const object of (data as Record<string, Record<string, unknown>[]> | null)?.[field.name] ?? [])
      for (const [name, value] of Object.entries(object))
        if (value !== null) values.set(name, [...(values.get(name) ?? []), value]);
    samples.set(type.name, values);
  }
  return samples;
}

function difference(wanted: Answer, got: Answer): { group: string; detail: string } | undefined {
  if (wanted.errors) return undefined;
  if (got.errors) {
    const { message, path } = got.errors[0]!;
    return {
      group: `only Patchbay refuses: ${message.replace(/\d+/g, 'N').slice(0, 160)}`,
      detail: `${message} at ${path?.join('.')}`,
    };
  }
  return unlike(wanted.data, got.data, []);
}

function unlike(wanted: unknown, got: unknown, path: readonly string[]): { group: string; detail: string } | undefined {
  if (JSON.stringify(wanted) === JSON.stringify(got)) return undefined;
  if (Array.isArray(wanted) && Array.isArray(got)) {
    const texts = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
    if (JSON.stringify(texts(wanted)) === JSON.stringify(texts(got)))
      return { group: `order at ${path.join('.')}`, detail: `${short(wanted)} | ${short(got)}` };
    if (wanted.length !== got.length)
      return { group: `length at ${path.join('.')}`, detail: `${short(wanted)} | ${short(got)}` };
    for (const [index, one] of wanted.entries()) {
      const inner = unlike(one, got[index], path);
      if (inner) return inner;
    }
  }
  if (isObject(wanted) && isObject(got))
    for (const [name, one] of Object.entries(wanted)) {
      const inner = unlike(one, got[name], [...path, name]);
      if (inner) return inner;
    }
  return { group: `value at ${path.join('.')}`, detail: `${short(wanted)} | ${short(got)}` };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function short(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 300) ?? 'nothing';
}
