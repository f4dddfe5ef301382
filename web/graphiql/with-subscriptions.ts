/** What an introspection answers, as far as two schemas are joined. */
export interface Introspected {
  readonly data?: {
    readonly __schema: {
      readonly subscriptionType: unknown;
      readonly types: readonly { readonly name: string }[];
    };
  } | null;
}

/** The schema of queries with the subscriptions of another; the other's own queries are left out. */
export function withSubscriptions(main: Introspected, streamed: Introspected): Introspected {
  const [schema, other] = [main.data?.__schema, streamed.data?.__schema];
  if (!schema || !other) return main;
  const known = new Set(schema.types.map(({ name }) => name));
  const types = [...schema.types, ...other.types.filter(({ name }) => !known.has(name))];
  return { ...main, data: { __schema: { ...schema, subscriptionType: other.subscriptionType, types } } };
}
