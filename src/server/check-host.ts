import { HttpError } from '#base/http-error.ts';

/** A name or an address, and perhaps a port: what may stand in an address that is told to clients. */
const written = /^([a-z0-9._-]+|\[[a-f0-9:.]+\])(:\d{1,5})?$/i;

/**
 * The host that a request was sent to. Throws a 400 where it is none, or none of ALLOWED_HOSTS: `*` allows all,
 * `.example.com` a domain with all below it.
 */
export function checkHost(host: string, allowed: readonly string[]): string {
  const name = written.exec(host)?.[1]?.toLowerCase().replace(/\.$/, '');
  const fits = (pattern: string) =>
    pattern === '*' || pattern === name || (pattern.startsWith('.') && `.${name}`.endsWith(pattern));
  if (name !== undefined && allowed.some((pattern) => fits(pattern.toLowerCase()))) return host;
  throw new HttpError(400, `Invalid HTTP_HOST header: '${host}'. It must be one of ALLOWED_HOSTS.`);
}
