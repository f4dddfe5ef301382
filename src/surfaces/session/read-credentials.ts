import { HttpError } from '#base/http-error.ts';
import type { Credentials } from './contract.ts';

/** The name and password in the body of a login. Throws 400 keyed by field. */
export function readCredentials(body: unknown): Credentials {
  const { username, password } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const errors: Record<string, string[]> = {};
  for (const [name, value] of Object.entries({ username, password }))
    if (typeof value !== 'string' || value === '') errors[name] = ['This field is required.'];
  if (Object.keys(errors).length > 0) throw new HttpError(400, errors);
  return { username: (username as string).trim(), password: password as string };
}
