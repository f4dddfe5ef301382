import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv, type ErrorObject } from 'ajv';
import { startDemo } from './clients/start-demo.ts';

type Schema = Readonly<Record<string, unknown>>;
interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: Schema }>> }>>;
}

const { address, token } = await startDemo({ MAX_PAGE_SIZE: 100_000 });
const get = async (path: string): Promise<Response> =>
  fetch(`${address}${path}`, { headers: { authorization: `Token ${token}`, accept: 'application/json' } });
const document = (await (await get('/api/schema/?format=json')).json()) as {
  readonly paths: Readonly<Record<string, Readonly<Record<'get', Operation | undefined>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
const ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
const anything = { validate: () => true };
for (const [name, format] of Object.entries({
  uri: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
  email: /^\S+@\S+$/,
  'date-time': /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  byte: anything,
  double: anything,
  int64: anything,
  int32: anything,
}))
  ajv.addFormat(name, format);
ajv.addSchema({ $id: 'document', components: jsonSchema(document.components) as Schema });

/** Where null is served and the document says nothing of it, as NetBox's own: clients are made from that. */
const untoldNulls: readonly RegExp[] = [
  /^core_object_types_\w+ .*\/rest_api_endpoint$/,
  /^dcim_racks_elevation_retrieve .*\/(device|description)$/,
  /^users_tokens_\w+ .*\/token$/,
  /\/data_source$/,
];

/** What generators of clients rely on: names, types, what is required, what may be null, which choices there are. */
test('every list and object of the demo network fits our OpenAPI document', async () => {
  const faults = new Map<string, string>();
  let objects = 0;
  for (const [path, { get: operation }] of Object.entries(document.paths)) {
    if (!operation || /\{(?!id\})/.test(path)) continue;
    const ids = path.includes('{id}') ? await idsOf(path.slice(0, path.indexOf('{id}'))) : [''];
    for (const id of ids) {
      const asked = path.replace('{id}', id);
      const answer = await get(path.includes('{id}') ? asked : `${asked}?limit=0`);
      const schema = operation.responses[String(answer.status)]?.content?.['application/json']?.schema;
      if (answer.status === 404 || answer.status === 400) continue;
      if (!/json/.test(answer.headers.get('content-type') ?? '')) continue;
      if (!schema) {
        faults.set(`${operation.operationId} ${answer.status}`, 'is not described');
        continue;
      }
      const body = (await answer.json()) as { results?: unknown[] };
      objects += body.results?.length ?? 1;
      const check = ajv.compile(jsonSchema(schema, 'document') as Schema);
      if (check(body)) continue;
      const error = check.errors!.find((one) => !isUntold(operation, one));
      if (!error) continue;
      faults.set(
        `${operation.operationId} ${error!.instancePath.replace(/\d+/g, 'N')}`,
        `${error!.message} ${JSON.stringify(error!.params)} at ${asked}${error!.instancePath}`,
      );
    }
  }
  assert.deepEqual(Object.fromEntries(faults), {});
  assert.ok(objects > 10_000, `${objects} objects`);
});

/** A choice that is not made is null, and the document tells its value and label only. */
function isUntold({ operationId }: Operation, { data, instancePath, parentSchema }: ErrorObject): boolean {
  if (data !== null) return false;
  const { value, label } = (parentSchema?.properties ?? {}) as Schema;
  return Boolean(value && label) || untoldNulls.some((place) => place.test(`${operationId} ${instancePath}`));
}

/** The keys of the first objects of a list. */
async function idsOf(list: string): Promise<string[]> {
  const answer = await get(`${list}?limit=3`);
  const { results = [] } = answer.ok ? ((await answer.json()) as { results?: { id?: unknown }[] }) : {};
  return results.flatMap(({ id }) => (typeof id === 'number' ? [String(id)] : []));
}

/** OpenAPI 3.0's dialect as JSON Schema: `nullable`, bounds that are excluded, references into the document. */
function jsonSchema(schema: unknown, document = ''): unknown {
  if (Array.isArray(schema)) return schema.map((one) => jsonSchema(one, document));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Record<string, unknown>;
  const inner: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).map(([name, one]) => [
      name,
      name === '$ref' ? `${document}${String(one)}` : name === 'enum' ? one : jsonSchema(one, document),
    ]),
  );
  for (const [bound, excluded] of [
    ['maximum', 'exclusiveMaximum'],
    ['minimum', 'exclusiveMinimum'],
  ] as const)
    if (inner[excluded] === true) {
      inner[excluded] = inner[bound];
      delete inner[bound];
    }
  // A property may be called nullable, too.
  if (nullable === true) return { anyOf: [{ type: 'null' }, inner] };
  return nullable === undefined ? inner : { ...inner, nullable: jsonSchema(nullable, document) };
}
