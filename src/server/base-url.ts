import type { FastifyRequest } from 'fastify';

const first = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim() || undefined;

/**
 * Scheme and host that the client used, with the base path: behind a proxy those of X-Forwarded-Host and
 * X-Forwarded-Proto, as NetBox takes them.
 */
export function baseUrl({ headers, protocol }: FastifyRequest, basePath: string): string {
  const host = first(headers['x-forwarded-host']) ?? headers.host ?? 'localhost';
  const scheme = first(headers['x-forwarded-proto']) === 'https' ? 'https' : protocol;
  return `${scheme}://${host}${basePath && `/${basePath}`}`;
}
