import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { ContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import type { Shapes } from '#operations/read/shapes.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { ChangeFeed } from './changes/change-feed.ts';
import { streamRoutes } from './changes/stream-routes.ts';
import { type Asked, executeQuery } from './execute.ts';
import { type Given, givenBy } from './given.ts';
import { PersistedQueries, persistedHash, persistedQueryNotFound } from './persisted-queries.ts';
import { buildGraphqlSchema } from './schema.ts';
import { Types } from './types.ts';
import { visibleCondition } from './visible.ts';

/** Who asks, and what they may do. */
export interface GraphqlVisitor {
  readonly asker: { readonly userId: string | undefined; readonly isSuperuser: boolean };
  /** A `Set-Cookie` that prolongs the session, where one is due. */
  readonly cookie?: string | undefined;
  permits(model: Model, action: string): Condition;
}

/** What this surface is composed of; everything that changes while the server runs is asked anew. */
export interface GraphqlParts<Visitor extends GraphqlVisitor> {
  readonly registry: Registry;
  readonly sql: Sql;
  readonly shapes: Shapes;
  settings(): Settings;
  contentTypes(): ContentTypes;
  /** Scheme, host and base path that the client used. */
  baseUrl(request: FastifyRequest): string;
  /** Throws 403 for bad credentials. */
  authenticate(request: FastifyRequest): Promise<Visitor>;
  /** The condition that REST's filters make. Throws 400 keyed by parameter. */
  filter(model: Model, query: URLSearchParams, visitor: Visitor): Condition | Promise<Condition>;
  /** Reads from where the visitor finds everything that was written before; left out: from the one database. */
  reading?<T>(visitor: Visitor, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Answers a browser that asks nothing with GraphiQL; left out where that is not built. */
  readonly page?: ((request: FastifyRequest, reply: FastifyReply) => FastifyReply) | undefined;
}

/** Mounts NetBox 4.7's GraphQL API at /graphql/. */
export function mountGraphql<Visitor extends GraphqlVisitor>(
  server: FastifyInstance,
  parts: GraphqlParts<Visitor>,
): void {
  const { registry, sql, shapes } = parts;
  // The schema is as large as all models together: it is made when first asked for.
  let made: { schema: ReturnType<typeof buildGraphqlSchema>; types: Types } | undefined;
  const schema = () => {
    made ??= { schema: buildGraphqlSchema(registry), types: new Types(registry) };
    return made;
  };

  const persisted = new PersistedQueries(sql);

  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const settings = parts.settings();
    reply.headers({ 'x-request-id': randomUUID(), vary: 'Accept, Cookie' });
    if (!settings.GRAPHQL_ENABLED) return plain(reply, 404, 'The GraphQL API is not enabled.');

    // ---- Who asks
    let visitor: Visitor;
    try {
      visitor = await parts.authenticate(request);
    } catch (error) {
      if (error instanceof HttpError) return plain(reply, error.status, detailOf(error));
      throw error;
    }
    const { asker, cookie, permits } = visitor;
    if (cookie) reply.header('set-cookie', cookie);
    if (settings.LOGIN_REQUIRED && asker.userId === undefined) {
      if (wantsPage(request))
        return reply.redirect(
          `${new URL(parts.baseUrl(request)).pathname.replace(/\/$/, '')}/login/?next=${request.url}`,
          302,
        );
      return plain(reply, 403, 'No credentials provided.');
    }

    // ---- What they ask
    if (!/^(GET|POST)$/.test(request.method)) return plain(reply, 405, 'GraphQL only supports GET and POST requests.');
    if (parts.page && request.method === 'GET' && wantsPage(request) && !/[?&](query|extensions)=/.test(request.url))
      return parts.page(request, reply);
    const given = givenBy(request);
    if (typeof given === 'string') return plain(reply, 400, given);
    const known = await queryOf(persisted, given, settings);
    if (typeof known === 'string') return plain(reply, 400, known);
    if (known.missing) return reply.code(200).type('application/json').send(persistedQueryNotFound);
    const asked = askedOf({ ...given, query: known.query });
    if (typeof asked === 'string') return plain(reply, 400, asked);

    // ---- The answer
    const contextOn = (from: Sql) =>
      new ReadContext({
        sql: from,
        registry,
        shapes,
        settings,
        contentTypes: parts.contentTypes(),
        base: parts.baseUrl(request),
      });
    const viewer = { ...asker, permits };
    const execute = (from: Sql) =>
      executeQuery(
        {
          ...schema(),
          context: contextOn(from),
          settings,
          visible: (model) => visibleCondition(registry, model, viewer),
          rest: async (model, query) => {
            try {
              return await parts.filter(model, query, visitor);
            } catch (error) {
              throw error instanceof HttpError ? new GraphQLError(error.message) : error;
            }
          },
        },
        asked,
      );
    const answer = parts.reading ? parts.reading(visitor, execute) : execute(sql);
    try {
      return (
        reply
          .code(200)
          .type('application/json')
          // As bytes: a text would be measured, and put together, once more for it.
          .send(Buffer.from(await answer))
      );
    } catch (error) {
      if (error instanceof HttpError) return plain(reply, error.status, detailOf(error));
      throw error;
    }
  };

  server.register(async (routes) => {
    // Bodies are read when it is known who asks, and what is wrong with them is said in NetBox's words.
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    const method = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
    routes.route({ method, url: '/graphql/', exposeHeadRoute: false, handler });
    streamRoutes(routes, {
      registry,
      feed: new ChangeFeed({ sql, registry }),
      settings: parts.settings,
      async viewer(request) {
        const { asker, permits } = await parts.authenticate(request);
        if (parts.settings().LOGIN_REQUIRED && asker.userId === undefined)
          throw new HttpError(403, 'No credentials provided.');
        return { ...asker, permits };
      },
    });
  });
}

const plain = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).type('text/plain; charset=utf-8').send(text);

const detailOf = ({ body, message }: HttpError): string => {
  const detail = (body as { detail?: unknown } | undefined)?.detail;
  return typeof detail === 'string' ? detail : message;
};

const wantsPage = ({ headers }: FastifyRequest): boolean => /text\/html/.test(headers.accept ?? '');

/** The query as the request spells it, or the one it names by its hash; a sentence where the hash is wrong. */
async function queryOf(
  persisted: PersistedQueries,
  { query, extensions }: Given,
  settings: Settings,
): Promise<string | { readonly query: string | undefined; readonly missing?: boolean }> {
  const named = extensions?.persistedQuery;
  if (typeof named !== 'object' || named === null) return { query };
  const text = typeof query === 'string' && query !== '' ? query : undefined;
  const read = persistedHash(named, text);
  if (typeof read === 'string') return read;
  if (text !== undefined) {
    if (!settings.MAINTENANCE_MODE) await persisted.keep(read.hash, text);
    return { query: text };
  }
  const found = await persisted.find(read.hash, { readOnly: settings.MAINTENANCE_MODE });
  return { query: found, missing: found === undefined };
}

/** The question that was given; a sentence where there is none. */
function askedOf(given: Omit<Given, 'query'> & { readonly query: string | undefined }): Asked | string {
  if (typeof given.query !== 'string' || given.query === '') return 'No GraphQL query found in the request';
  const { query, variables, operationName, extensions, byGet } = given;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables)))
    return 'The GraphQL operation’s `variables` must be an object or null, if provided.';
  if (operationName != null && typeof operationName !== 'string')
    return 'The GraphQL operation’s `operationName` must be a text or null, if provided.';
  return { query, variables, operationName, totalCounts: extensions?.totalCounts === true, byGet };
}
