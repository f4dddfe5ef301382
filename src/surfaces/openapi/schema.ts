/** A schema object of OpenAPI 3.0, or a reference to one. */
export type Schema = Readonly<Record<string, unknown>>;

/** A reference to a component by name. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The schema with flags; OpenAPI 3.0 ignores what stands beside a reference, so that one is wrapped. */
export function flagged(
  schema: Schema,
  flags: { nullable?: boolean; readOnly?: boolean; writeOnly?: boolean },
): Schema {
  const set = Object.entries(flags).filter(([, on]) => on);
  if (set.length === 0) return schema;
  const body = '$ref' in schema ? { allOf: [schema] } : schema;
  return { ...body, ...Object.fromEntries(set) };
}

/** An object schema of properties, of which some are required. */
export function objectSchema(properties: readonly (readonly [string, Schema, boolean])[]): Schema {
  const needed = properties.flatMap(([name, , isRequired]) => (isRequired ? [name] : [])).sort();
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, schema]) => [name, schema])),
    ...(needed.length > 0 ? { required: needed } : {}),
  };
}
