import type { RestObject } from '../../api/rest.ts';

/** What a new object tells only once, by its model. */
const secrets: Readonly<Record<string, (made: RestObject) => string | undefined>> = {
  // The second version is sent as `Bearer nbt_<key>.<token>`, the first as `Token <token>`.
  'users.token': ({ version, key, token }) =>
    token ? (Number(version) === 2 ? `nbt_${String(key)}.${String(token)}` : String(token)) : undefined,
};

export function secretOf(model: string, made: RestObject): string | undefined {
  return secrets[model]?.(made);
}
