import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { forbidden, HttpError, notFound } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { defaultOrder } from '#database/select/default-order.ts';
import type { Action, ActionRequest, Answer, Asker } from '#operations/action.ts';
import type { ContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import { getObject, isKey } from '#operations/read/get-object.ts';
import { listFrom, listObjects } from '#operations/read/list-objects.ts';
import { cursorEnvelope, pageEnvelope } from '#operations/read/page-envelope.ts';
import type { Shapes } from '#operations/read/shapes.ts';
import { sharedWith } from '#operations/read/shared-with.ts';
import type { Rules } from '#operations/write/rules.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { etag } from './etag.ts';
import { pageRequest } from './page.ts';
import { requestShape } from './request-shape.ts';
import { errorAnswer, respond } from './respond.ts';
import { bulkDelete, bulkUpdate, create, type RestWrite, remove, update } from './writes.ts';

/** Who asks, and what they may do. */
export interface Visitor {
  readonly asker: Asker;
  /** A `Set-Cookie` that prolongs the session, where one is due. */
  readonly cookie?: string | undefined;
  permits(model: Model, action: string): Condition;
}

/** What this surface is composed of; everything that changes while the server runs is asked anew. */
export interface RestParts {
  readonly registry: Registry;
  readonly sql: Sql;
  readonly shapes: Shapes;
  readonly actions: readonly Action[];
  readonly rules: Rules;
  settings(): Settings;
  contentTypes(): ContentTypes;
  /** Scheme, host and base path that the client used. */
  baseUrl(request: FastifyRequest): string;
  /** Throws 403 for bad credentials. */
  authenticate(request: FastifyRequest): Promise<Visitor>;
  /** The condition that the query's filters make. Throws 400 keyed by parameter. */
  filter(model: Model, query: URLSearchParams, visitor: Visitor): Condition | Promise<Condition>;
  /** The order that `ordering` asks for. */
  order(model: Model, query: URLSearchParams): ReturnType<typeof defaultOrder>;
  options(model: Model, where: { detail: boolean; visitor: Visitor }): unknown;
}

const listMethods = 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS';
const detailMethods = 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS';

/** The query of a request, kept as it was sent. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1));
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]!;

/** Mounts NetBox 4.7's REST API below /api/. */
export function mountRest(server: FastifyInstance, parts: RestParts): void {
  const { registry, sql, shapes } = parts;

  const contextOf = (request: FastifyRequest): ReadContext =>
    new ReadContext({
      sql,
      registry,
      shapes,
      settings: parts.settings(),
      contentTypes: parts.contentTypes(),
      base: parts.baseUrl(request),
    });

  type Handler = (request: FastifyRequest, visitor: Visitor) => Promise<Answer>;

  /** Runs a handler for somebody: credentials first, then the answer, errors in the API's spelling. */
  const handle =
    (handler: Handler, { allow, open = false }: { allow: string; open?: boolean }) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      reply.headers({ 'api-version': '4.7', 'x-request-id': randomUUID(), allow, vary: 'Accept, Cookie' });
      try {
        const visitor = await parts.authenticate(request);
        if (visitor.cookie) reply.header('set-cookie', visitor.cookie);
        if (!open && visitor.asker.userId === undefined && parts.settings().LOGIN_REQUIRED)
          throw new HttpError(403, 'Authentication credentials were not provided.');
        return respond(reply, await handler(request, visitor));
      } catch (error) {
        const answer = errorAnswer(error);
        if (!answer) throw error;
        return respond(reply, answer);
      }
    };

  /** The condition under which the visitor sees objects of the model; 403 where they see none whatever. */
  const visible = (model: Model, visitor: Visitor): Condition => {
    const condition = visitor.permits(model, 'view');
    if (condition.op !== 'never') return and(condition, sharedWith(registry, model, visitor.asker));
    if (visitor.asker.userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
    throw forbidden();
  };

  const list =
    (model: Model): Handler =>
    async (request, visitor) => {
      const query = queryOf(request);
      const context = contextOf(request);
      const permitted = visible(model, visitor);
      const filtered = await parts.filter(model, query, visitor);
      const where = and(permitted, filtered);
      const shape = requestShape(shapes, model, query);
      const page = pageRequest(query, context.settings);
      const address = `${context.base}${pathOf(request)}`;
      if (page.start !== undefined) {
        const { next, texts } = await listFrom({ ...page, start: page.start, context, model, shape, where });
        return { status: 200, json: cursorEnvelope({ ...page, address, query, next }, texts) };
      }
      const { count, texts } = await listObjects({
        ...page,
        context,
        model,
        shape,
        where,
        order: parts.order(model, query),
      });
      return { status: 200, json: pageEnvelope({ ...page, address, query, count }, texts) };
    };

  const detail =
    (model: Model): Handler =>
    async (request, visitor) => {
      const key = (request.params as { key: string }).key;
      const where = visible(model, visitor);
      if (!/^\d+$/.test(key)) throw new HttpError(404, 'Not found.');
      const context = contextOf(request);
      const shape = requestShape(shapes, model, queryOf(request));
      const { text, changed } = await getObject({ context, model, shape, where, key });
      return { status: 200, json: text, ...(changed ? { headers: { etag: etag(changed) } } : {}) };
    };

  const writing = (model: Model, request: FastifyRequest, visitor: Visitor): RestWrite => ({
    sql,
    shapes,
    settings: parts.settings(),
    contentTypes: parts.contentTypes(),
    base: parts.baseUrl(request),
    asker: visitor.asker,
    permits: visitor.permits,
    rules: parts.rules,
    model,
    body: request.body,
    ifMatch: request.headers['if-match'],
    query: queryOf(request),
  });
  const keyOf = (request: FastifyRequest): string => (request.params as { key: string }).key;

  const options =
    (model: Model, { detail: isDetail }: { detail: boolean }): Handler =>
    async (_request, visitor) => ({
      status: 200,
      json: JSON.stringify(parts.options(model, { detail: isDetail, visitor })),
    });

  const act =
    (action: Action, model: Model | undefined): Handler =>
    async (request, visitor) => {
      const { key, '*': rest } = request.params as { key?: string; '*'?: string };
      const made: ActionRequest = {
        method: request.method,
        key,
        rest: (rest ?? '').split('/').filter(Boolean),
        query: queryOf(request),
        body: request.body,
        headers: request.headers,
        path: pathOf(request),
        address: request.ip,
        asker: visitor.asker,
        sql,
        context: contextOf(request),
        settings: parts.settings(),
        permits: visitor.permits,
      };
      if (model && key !== undefined && !isKey(key)) throw notFound(model.className);
      return action.run(made);
    };

  // ---- Endpoints that one model has, or that stand alone
  for (const action of parts.actions) {
    const model = action.model === undefined ? undefined : registry.get(action.model);
    const below = model ? `/api/${model.rest}/${action.collection ? '' : ':key/'}` : '/api/';
    const allow = [...action.methods, ...(action.methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    const handler = handle(act(action, model), { allow, open: action.open ?? false });
    const url = `${below}${action.path}${action.path === '' || action.path.endsWith('*') ? '' : '/'}`;
    server.route({ method: [...action.methods] as HTTPMethods[], url, handler });
    refuseOthers(server, { url, methods: action.methods, allow });
  }

  // ---- Endpoints that every model has
  for (const model of registry.models) {
    if (!model.rest || model.actionsOnly) continue;
    const collection = `/api/${model.rest}/`;
    const readOnly = model.readOnly === true;
    const allowList = readOnly ? 'GET, HEAD, OPTIONS' : listMethods;
    const allowDetail = readOnly ? 'GET, HEAD, OPTIONS' : detailMethods;
    server.get(collection, handle(list(model), { allow: allowList }));
    server.get(`${collection}:key/`, handle(detail(model), { allow: allowDetail }));
    if (!readOnly) {
      const onList = { allow: allowList };
      const onDetail = { allow: allowDetail };
      const one = `${collection}:key/`;
      const partial = (request: FastifyRequest) => request.method === 'PATCH';
      server.post(
        collection,
        handle((request, visitor) => create(writing(model, request, visitor)), onList),
      );
      server.route({
        method: ['PUT', 'PATCH'],
        url: collection,
        handler: handle(
          (request, visitor) => bulkUpdate(writing(model, request, visitor), { partial: partial(request) }),
          onList,
        ),
      });
      server.delete(
        collection,
        handle((request, visitor) => bulkDelete(writing(model, request, visitor)), onList),
      );
      server.route({
        method: ['PUT', 'PATCH'],
        url: one,
        handler: handle(
          (request, visitor) =>
            update(writing(model, request, visitor), { key: keyOf(request), partial: partial(request) }),
          onDetail,
        ),
      });
      server.delete(
        one,
        handle((request, visitor) => remove(writing(model, request, visitor), { key: keyOf(request) }), onDetail),
      );
      refuseOthers(server, { url: one, methods: ['GET', 'PUT', 'PATCH', 'DELETE'], allow: allowDetail });
    } else {
      refuseOthers(server, { url: collection, methods: ['GET'], allow: allowList });
      refuseOthers(server, { url: `${collection}:key/`, methods: ['GET'], allow: allowDetail });
    }
    server.options(collection, handle(options(model, { detail: false }), { allow: allowList }));
    server.options(`${collection}:key/`, handle(options(model, { detail: true }), { allow: allowDetail }));
  }
}

const everyMethod = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Answers 405 for the methods that an endpoint does not have. */
function refuseOthers(
  server: FastifyInstance,
  { url, methods, allow }: { url: string; methods: readonly string[]; allow: string },
): void {
  const refused = everyMethod.filter((method) => !methods.includes(method));
  if (refused.length === 0) return;
  server.route({
    method: [...refused],
    url,
    exposeHeadRoute: false,
    handler: (request, reply) =>
      respond(reply.header('allow', allow), {
        status: 405,
        json: JSON.stringify({ detail: `Method "${request.method}" not allowed.` }),
      }),
  });
}
