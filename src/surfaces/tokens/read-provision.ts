import { isIP } from 'node:net';
import type { TokenFacts } from '#access/token.ts';
import { HttpError } from '#base/http-error.ts';

/** What somebody who asks for a token says. */
export interface Provision {
  readonly username: string;
  readonly password: string;
  readonly facts: Omit<TokenFacts, 'userId'>;
}

type Read = (value: unknown) => unknown;

class Refusal extends Error {}

const text =
  ({ max = Number.POSITIVE_INFINITY, blank = false } = {}): Read =>
  (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') throw new Refusal('Not a valid string.');
    const read = String(value);
    if (!blank && read.trim() === '') throw new Refusal('This field may not be blank.');
    if (read.length > max) throw new Refusal(`Ensure this field has no more than ${max} characters.`);
    return read;
  };

const truths = new Set<unknown>([true, 'true', 'True', 't', 'yes', 'on', '1', 1]);
const untruths = new Set<unknown>([false, 'false', 'False', 'f', 'no', 'off', '0', 0]);
const flag: Read = (value) => {
  if (truths.has(value)) return true;
  if (untruths.has(value)) return false;
  throw new Refusal('Must be a valid boolean.');
};

const time: Read = (value) => {
  if (value === null) return null;
  const form = /^\d{4}-\d\d?-\d\d?[T ]\d\d?:\d\d(:\d\d(\.\d+)?)?( ?(Z|[+-]\d\d(:?\d\d)?))?$/i;
  if (typeof value !== 'string' || !form.test(value) || Number.isNaN(Date.parse(value)))
    throw new Refusal(
      'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss][+HH:MM|-HH:MM|Z].',
    );
  return value;
};

const version: Read = (value) => {
  if (value === 1 || value === 2) return value;
  throw new Refusal(`${JSON.stringify(value)} is not a valid choice.`);
};

const networks: Read = (value) => {
  if (!Array.isArray(value)) throw new Refusal('Expected a list of items.');
  return value.map((network) => {
    const [address, length, ...more] = String(network).split('/') as [string, string | undefined];
    const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    const fits = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
    if (bits < 0 || !fits || more.length > 0) throw new Refusal(`Not a valid network: ${network}`);
    return length === undefined ? `${address}/${bits}` : network;
  });
};

const fields: readonly [name: string, as: string, read: Read, required?: true][] = [
  ['version', 'version', version],
  ['expires', 'expires', time],
  ['enabled', 'enabled', flag],
  ['write_enabled', 'writeEnabled', flag],
  ['description', 'description', text({ max: 200, blank: true })],
  ['allowed_ips', 'allowedIps', networks],
  ['username', 'username', text(), true],
  ['password', 'password', text(), true],
];

/** Reads the body of a provision. Throws 400 keyed by field. */
export function readProvision(body: unknown): Provision {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new HttpError(400, { __all__: ['Invalid data. Expected a dictionary.'] });
  const given = body as Record<string, unknown>;
  const read: Record<string, unknown> = {};
  const errors: Record<string, string[]> = {};
  for (const [name, as, reader, required] of fields) {
    if (given[name] === undefined) {
      if (required) errors[name] = ['This field is required.'];
      continue;
    }
    try {
      if (given[name] === null && name !== 'expires') throw new Refusal('This field may not be null.');
      read[as] = reader(given[name]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors[name] = [error.message];
    }
  }
  if (Object.keys(errors).length > 0) throw new HttpError(400, errors);
  const { username, password, ...facts } = read;
  return { username: (username as string).trim(), password: password as string, facts };
}
