/**
 * The value of a claim: under its whole name, which may have dots in it (`https://example.org/groups`), or at the end of
 * a path (`resource_access.netbox.roles`). Undefined where there is none.
 */
export function claimAt(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let value: unknown = claims;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** The first of `a|b` that has a value, as a text. */
export function textClaim(claims: Readonly<Record<string, unknown>>, names: string): string | undefined {
  for (const name of names.split('|')) {
    const value = claimAt(claims, name);
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
  }
  return undefined;
}
