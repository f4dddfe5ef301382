type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Named = Readonly<Record<string, Schema>>;
interface Schema {
  readonly [key: string]: unknown;
  readonly properties?: Named;
  readonly required?: readonly string[];
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Named };
}

/**
 * What differs between two documents, one line each: paths and methods, operation ids, parameters by name and type,
 * component names, required lists, and properties by what a client's generator makes of them (type, format, items,
 * choices, references, null, read-only).
 */
export function documentDifferences(ours: Document, theirs: Document): string[] {
  return [
    ...pathDifferences(ours, theirs),
    ...componentDifferences(ours.components.schemas, theirs.components.schemas),
  ];
}

function* pathDifferences(ours: Document, theirs: Document): Generator<string> {
  yield* names('paths', ours.paths, theirs.paths);
  for (const [path, item] of Object.entries(theirs.paths)) {
    const own = ours.paths[path];
    if (!own) continue;
    yield* names(`path ${path}`, own, item);
    for (const [method, operation] of Object.entries(item)) {
      const made = own[method];
      if (!made) continue;
      const at = `${method.toUpperCase()} ${path}`;
      if (made.operationId !== operation.operationId)
        yield `${at}: operationId ${made.operationId}, not ${operation.operationId}`;
      const [got, want] = [byName(made), byName(operation)];
      yield* names(`${at} parameters`, got, want);
      for (const [name, schema] of Object.entries(want)) {
        const type = parameterType(schema);
        if (got[name] && parameterType(got[name]) !== type)
          yield `${at} parameter ${name}: ${parameterType(got[name])}, not ${type}`;
      }
    }
  }
}

const byName = ({ parameters = [] }: Operation): Record<string, Schema> =>
  Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));

const parameterType = ({ type, format, items }: Schema): string =>
  type === 'array' ? `${(items as Schema).type}[]` : `${type}${format === 'int32' ? '' : format ? ` ${format}` : ''}`;

function* componentDifferences(ours: Named, theirs: Named): Generator<string> {
  yield* names('components', ours, theirs);
  for (const [name, schema] of Object.entries(theirs)) {
    const own = ours[name];
    if (!own) continue;
    yield* names(`component ${name}`, own.properties ?? {}, schema.properties ?? {});
    const [got, want] = [new Set(own.required), new Set(schema.required)];
    for (const one of want) if (!got.has(one)) yield `component ${name}: ${one} should be required`;
    for (const one of got) if (!want.has(one)) yield `component ${name}: ${one} should not be required`;
    for (const [property, value] of Object.entries(schema.properties ?? {})) {
      const made = own.properties?.[property];
      if (!made) continue;
      const [is, should] = [JSON.stringify(essence(made as Json)), JSON.stringify(essence(value as Json))];
      if (is !== should) yield `component ${name}.${property}: ${is}, not ${should}`;
    }
  }
}

function* names(where: string, ours: object, theirs: object): Generator<string> {
  for (const name of Object.keys(theirs)) if (!(name in ours)) yield `${where}: ${name} is missing`;
  for (const name of Object.keys(ours)) if (!(name in theirs)) yield `${where}: ${name} is too much`;
}

const telling = ['type', 'format', 'items', 'enum', 'properties', 'oneOf', 'nullable', 'readOnly', 'writeOnly', '$ref'];

/** The keys of a schema that decide what a generator makes of it. */
function essence(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(essence);
  if (schema === null || typeof schema !== 'object') return schema;
  const { allOf, ...rest } = schema;
  const whole = Array.isArray(allOf) ? { ...(allOf[0] as object), ...rest } : rest;
  return Object.fromEntries(
    telling
      .filter((key) => key in whole)
      .map((key) => {
        const value = (whole as Record<string, Json>)[key]!;
        if (key === 'properties')
          return [key, Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, essence(one)]))];
        if (key === 'enum') return [key, [...new Set(value as Json[])].map(String).sort()];
        return [key, essence(value)];
      }),
  );
}
