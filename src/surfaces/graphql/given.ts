import type { FastifyRequest } from 'fastify';
import type { Asked } from './execute.ts';
import type { PersistedQuery } from './persisted-queries.ts';

/** What a request carries; `extensions` is where clients and servers agree on more than the language has. */
export interface Given extends Partial<Omit<Asked, 'query'>> {
  readonly query?: string | undefined;
  readonly extensions?: { readonly totalCounts?: unknown; readonly persistedQuery?: PersistedQuery | null } | null;
}

/** What a request's query string or body carries; a sentence where that can't be read. */
export function givenBy({ method, url, headers, body }: FastifyRequest): Given | string {
  if (method === 'GET') return fromUrl(url) ?? {};
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return 'Unsupported content type';
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer));
    if (Array.isArray(read)) return 'Batching is not enabled';
    return typeof read === 'object' && read !== null ? { ...read, byGet: false } : {};
  } catch {
    return 'Unable to parse request body as JSON';
  }
}

function fromUrl(url: string): Given | undefined {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const [variables, extensions] = [query.get('variables'), query.get('extensions')];
  try {
    return {
      query: query.get('query') ?? undefined,
      variables: variables ? JSON.parse(variables) : undefined,
      extensions: extensions ? JSON.parse(extensions) : undefined,
      operationName: query.get('operationName') ?? undefined,
      byGet: true,
    };
  } catch {
    return undefined;
  }
}
