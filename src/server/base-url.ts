import type { FastifyRequest } from 'fastify';

const first = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim() || undefined;

/** The host that the client asked: behind a proxy that of X-Forwarded-Host. */
export const hostOf = ({ headers }: FastifyRequest): string =>
  first(headers['x-forwarded-host']) ?? headers.host ?? 'localhost';

/**
 * Scheme and host that the client used, with the base path: behind a proxy those of X-Forwarded-Host and
 * X-Forwarded-Proto, as NetBox takes them.
 */
export function baseUrl(request: FastifyRequest, basePath: string): string {
  const { headers, protocol } = request;
  const scheme = first(headers['x-forwarded-proto']) === 'https' ? 'https' : protocol;
  return `${scheme}://${hostOf(request)}${basePath && `/${basePath}`}`;
}
