import type { FastifyReply, FastifyRequest } from 'fastify';
import { pythonPattern } from '#base/python-pattern.ts';
import type { Settings } from '#base/settings.ts';

type CorsSettings = Pick<Settings, 'CORS_ORIGIN_ALLOW_ALL' | 'CORS_ORIGIN_WHITELIST' | 'CORS_ORIGIN_REGEX_WHITELIST'>;

/** What a script of an allowed site may send (django-cors-headers' defaults, which NetBox leaves as they are). */
const allowed = {
  'access-control-allow-headers': 'accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with',
  'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
  'access-control-max-age': '86400',
};

/**
 * What a browser is told that asks for a script of another site; empty where the site isn't allowed. Cookies are lent to
 * none: such scripts need a token.
 */
export function crossOriginHeaders(
  settings: CorsSettings,
  { method, origin }: { method: string; origin: string | undefined },
): Record<string, string> {
  if (!origin || !isAllowed(settings, origin)) return {};
  return {
    'access-control-allow-origin': settings.CORS_ORIGIN_ALLOW_ALL ? '*' : origin,
    ...(method === 'OPTIONS' ? allowed : {}),
  };
}

/** Answers a browser's question beforehand, and adds to other answers which sites' scripts may read them. */
export const crossOrigin =
  (settings: () => CorsSettings, basePath: string) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const below = basePath ? `/${basePath}` : '';
    if (!request.url.startsWith(`${below}/api/`) && !request.url.startsWith(`${below}/graphql/`)) return undefined;
    const { method, headers } = request;
    reply.headers(crossOriginHeaders(settings(), { method, origin: headers.origin }));
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return undefined;
    return reply.code(200).header('vary', 'origin').send();
  };

function isAllowed(settings: CorsSettings, origin: string): boolean {
  if (settings.CORS_ORIGIN_ALLOW_ALL) return true;
  const { CORS_ORIGIN_WHITELIST: origins, CORS_ORIGIN_REGEX_WHITELIST: patterns } = settings;
  return (
    origins.some((one) => one === origin || (origin !== 'null' && URL.parse(one)?.origin === origin)) ||
    patterns.some((pattern) => pythonPattern(pattern, 'match').test(origin))
  );
}
