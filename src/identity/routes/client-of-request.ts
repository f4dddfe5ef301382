import type { FastifyRequest } from 'fastify';

/** The parameters of a request's form; empty where it has none. */
export const formOf = ({ body }: Pick<FastifyRequest, 'body'>): URLSearchParams =>
  new URLSearchParams(Buffer.isBuffer(body) ? body.toString('utf8') : '');

/** The client that a request to the token endpoint and its like says it is; undefined where it says nothing. */
export function clientOfRequest(request: FastifyRequest): string | undefined {
  const named = formOf(request).get('client_id');
  if (named) return named;
  const [scheme, value = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  const [name = ''] = Buffer.from(value, 'base64').toString('utf8').split(':');
  try {
    return decodeURIComponent(name.replace(/\+/g, '%20')) || undefined;
  } catch {
    return undefined;
  }
}
