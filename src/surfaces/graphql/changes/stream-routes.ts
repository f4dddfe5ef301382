import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema, graphql } from 'graphql';
import { createHandler, type Response } from 'graphql-sse';
import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import type { Registry } from '#registry/registry.ts';
import { givenBy } from '../given.ts';
import type { Viewer } from '../visible.ts';
import type { ChangeFeed } from './change-feed.ts';
import { type ChangesContext, changesSchema } from './changes-schema.ts';
import { Pace } from './pace.ts';

export interface StreamParts {
  readonly registry: Registry;
  readonly feed: ChangeFeed;
  settings(): Settings;
  /** Who asks. Throws 403 for bad credentials, and where nobody asks and somebody must. */
  viewer(request: FastifyRequest): Promise<Viewer>;
}

const eventStream = 'text/event-stream';

/** Milliseconds for which who asks is taken to be who they were; then they are asked for again. */
const trust = 5_000;

/** Milliseconds after which the subscribers' credentials are looked at, changes or none. */
const reviewed = 30_000;

/**
 * Mounts `/graphql/stream/`: subscriptions to changes over server-sent events, as graphql-sse's clients speak them, one
 * connection a subscription.
 */
export function streamRoutes(routes: FastifyInstance, { registry, feed, settings, viewer }: StreamParts): void {
  let schema: GraphQLSchema | undefined;
  const made = () => {
    schema ??= changesSchema(registry);
    return schema;
  };
  const handle = createHandler<FastifyRequest, { readonly viewer: Viewer; readonly pace: Pace }, ChangesContext>({
    schema: made,
    // A token would let one connection carry several subscriptions, which only one process could know of.
    authenticate: () => null,
    context: ({ raw, context }) => ({
      follow: (wanted) => feed.follow(wanted, stillThere(raw, context.viewer)),
      pace: context.pace,
    }),
    onNext: ({ pace }) => pace.made(),
  });

  /** Asks again who they are when that is some time ago: rights and tokens may have been taken away. */
  const stillThere = (request: FastifyRequest, first: Viewer) => {
    let known = first;
    let asked = Date.now();
    return async (): Promise<Viewer | undefined> => {
      if (Date.now() - asked < trust) return known;
      try {
        known = await viewer(request);
        asked = Date.now();
        return known;
      } catch (error) {
        if (error instanceof HttpError) return undefined;
        throw error;
      }
    };
  };

  const review = setInterval(() => void feed.review().catch(() => {}), reviewed);
  review.unref();
  routes.addHook('preClose', async () => {
    clearInterval(review);
    await feed.stop();
  });

  routes.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: '/graphql/stream/',
    exposeHeadRoute: false,
    async handler(request, reply) {
      const plain = (status: number, text: string) => reply.code(status).type('text/plain; charset=utf-8').send(text);
      if (!settings().GRAPHQL_ENABLED) return plain(404, 'The GraphQL API is not enabled.');
      let asker: Viewer;
      try {
        asker = await viewer(request);
      } catch (error) {
        if (error instanceof HttpError) return plain(error.status, error.message);
        throw error;
      }
      if (!request.headers.accept?.includes(eventStream)) return plainAnswer(made(), request, plain);
      const pace = new Pace();
      const answer = await handle({
        method: request.method,
        url: request.url,
        headers: {
          get: (name) => (name === 'accept' ? eventStream : String(request.headers[name.toLowerCase()] ?? '') || null),
        },
        body: () => (request.body as Buffer | undefined)?.toString() ?? null,
        raw: request,
        context: { viewer: asker, pace },
      });
      return send(answer, reply, pace);
    },
  });
}

/** What asks about the schema is answered at once, where the client takes no stream. */
async function plainAnswer(
  schema: GraphQLSchema,
  request: FastifyRequest,
  plain: (status: number, text: string) => FastifyReply,
): Promise<unknown> {
  const given = givenBy(request);
  if (typeof given === 'string') return plain(400, given);
  const { query, variables, operationName } = given;
  if (typeof query !== 'string' || query === '') return plain(400, 'No GraphQL query found in the request');
  const result = await graphql({
    schema,
    source: query,
    variableValues: variables,
    operationName,
    rootValue: { changes: () => new GraphQLError(`Changes are told as ${eventStream}: the client must accept it.`) },
  });
  return JSON.stringify(result);
}

/** Sends an answer, or a stream's events as fast as the client takes them, until either end closes it. */
async function send(
  [body, { status, statusText, headers }]: Response,
  reply: FastifyReply,
  pace: Pace,
): Promise<FastifyReply> {
  if (body === null || typeof body === 'string')
    return reply
      .code(status)
      .headers(headers ?? {})
      .send(body ?? '');
  reply.hijack();
  const { raw } = reply;
  const close = () => {
    pace.end();
    void body.return();
  };
  raw.once('close', close);
  // Proxies that collect answers would hold events back.
  raw.writeHead(status, statusText, { ...headers, 'x-accel-buffering': 'no' });
  for await (const event of body) {
    if (raw.destroyed) break;
    if (!raw.write(event))
      await new Promise<void>((resolve) => {
        const on = () => {
          raw.off('drain', on).off('close', on);
          resolve();
        };
        raw.once('drain', on).once('close', on);
      });
    if (event.startsWith('event: next')) pace.sent();
  }
  pace.end();
  raw.off('close', close);
  raw.end();
  return reply;
}
