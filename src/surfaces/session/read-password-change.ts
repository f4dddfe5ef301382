import { HttpError } from '#base/http-error.ts';
import type { PasswordAsked } from './contract.ts';

/** The passwords in the body of a change. Throws 400 keyed by field. */
export function readPasswordChange(body: unknown): { old: string; new: string } {
  const given = (typeof body === 'object' && body !== null ? body : {}) as {
    readonly [name in keyof PasswordAsked]?: unknown;
  };
  const errors: Record<string, string[]> = {};
  for (const name of ['old_password', 'new_password'] as const)
    if (typeof given[name] !== 'string' || given[name] === '') errors[name] = ['This field is required.'];
  if (Object.keys(errors).length > 0) throw new HttpError(400, errors);
  return { old: given.old_password as string, new: given.new_password as string };
}
