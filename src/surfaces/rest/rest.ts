import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { exactJson } from '#base/exact-json.ts';
import { HttpError, notFound } from '#base/http-error.ts';
import type { Action, ActionRequest, Answer } from '#operations/action.ts';
import { isKey } from '#operations/read/get-object.ts';
import type { Model } from '#registry/model.ts';
import { negotiate } from './negotiate.ts';
import { contextOf, pathOf, queryOf, type RestParts, type Visitor } from './parts.ts';
import { detail, list } from './reads.ts';
import { errorAnswer, respond } from './respond.ts';
import { type RestWrite, remove, update, onCollection as writeCollection } from './writes.ts';

type Handler = (request: FastifyRequest, visitor: Visitor) => Promise<Answer>;

/** A request on its way to its handler: the methods that its address has, and whether strangers may come this far. */
interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly allow: string;
  readonly open?: boolean | undefined;
}

const everyMethod = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Methods of a collection and of an object; `Allow` tells them. */
const methods = {
  list: { full: [...everyMethod, 'HEAD', 'OPTIONS'], read: ['GET', 'HEAD', 'OPTIONS'] },
  detail: { full: ['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], read: ['GET', 'HEAD', 'OPTIONS'] },
} as const;

/** No list, object or action has the address. */
const nothingThere: Answer = {
  status: 404,
  json: '{"detail":"Not found."}',
  headers: { 'api-version': '4.7' },
};

const refuseMethod: Handler = async ({ method }) => ({
  status: 405,
  json: JSON.stringify({ detail: `Method "${method}" not allowed.` }),
});

/** Runs a handler for somebody: credentials first, then the answer, errors in the API's spelling. */
async function run(parts: RestParts, handler: Handler, { request, reply, allow, open }: Asked): Promise<FastifyReply> {
  reply.headers({
    'api-version': '4.7',
    'content-language': 'en',
    'x-request-id': request.id,
    allow,
    vary: 'Accept, Cookie, Origin',
  });
  try {
    negotiate(request, queryOf(request));
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
}

/** Mounts NetBox 4.7's REST API below /api/. */
export function mountRest(server: FastifyInstance, parts: RestParts): void {
  for (const action of parts.actions) mountAction(server, parts, action);
  mountModels(server, parts);
  // An address without its last slash is that of its list or object, as in NetBox.
  server.route({
    method: ['GET', 'OPTIONS'],
    url: '/api/*',
    handler: (request, reply) => {
      const path = pathOf(request);
      if (path.endsWith('/')) return respond(reply, nothingThere);
      return reply
        .header('api-version', '4.7')
        .type('text/html; charset=utf-8')
        .redirect(`${path}/${request.url.slice(path.length)}`, 301);
    },
  });
}

/** Endpoints that every model has: two addresses for all of them, so that starting costs nothing a model. */
function mountModels(server: FastifyInstance, parts: RestParts): void {
  type Params = { app: string; list: string; key?: string };
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { app, list: name, key } = request.params as Params;
    const model = parts.registry.byRest(`${app}/${name}`);
    if (!model || model.actionsOnly) return respond(reply, nothingThere);
    const allowed: readonly string[] = methods[key === undefined ? 'list' : 'detail'][model.readOnly ? 'read' : 'full'];
    const allow = allowed.join(', ');
    if (!allowed.includes(request.method)) return run(parts, refuseMethod, { request, reply, allow });
    const answer: Handler =
      key === undefined
        ? (_request, visitor) => onCollection(parts, { request, visitor, model })
        : (_request, visitor) => onObject(parts, { request, visitor, model, key });
    return run(parts, answer, { request, reply, allow });
  };
  const method = [...everyMethod, 'OPTIONS'] as HTTPMethods[];
  server.route({ method, url: '/api/:app/:list/', handler });
  server.route({ method, url: '/api/:app/:list/:key/', handler });
}

interface OnModel {
  readonly request: FastifyRequest;
  readonly visitor: Visitor;
  readonly model: Model;
}

const optionsAnswer = (parts: RestParts, { visitor, model }: OnModel, isDetail: boolean): Answer => ({
  status: 200,
  json: exactJson(parts.options(model, { detail: isDetail, visitor })),
});

async function onCollection(parts: RestParts, on: OnModel): Promise<Answer> {
  switch (on.request.method) {
    case 'POST':
    case 'PUT':
    case 'PATCH':
    case 'DELETE':
      return writeCollection(writing(parts, on), on.request.method);
    case 'OPTIONS':
      return optionsAnswer(parts, on, false);
    default:
      return list({ parts, ...on });
  }
}

async function onObject(parts: RestParts, { key, ...on }: OnModel & { key: string }): Promise<Answer> {
  switch (on.request.method) {
    case 'PUT':
    case 'PATCH':
      return update(writing(parts, on), { key, partial: on.request.method === 'PATCH' });
    case 'DELETE':
      return remove(writing(parts, on), { key });
    case 'OPTIONS':
      return optionsAnswer(parts, on, true);
    default:
      return detail({ parts, ...on }, key);
  }
}

const writing = (parts: RestParts, { request, visitor, model }: OnModel): RestWrite => ({
  sql: parts.sql,
  shapes: parts.shapes,
  settings: parts.settings(),
  contentTypes: parts.contentTypes(),
  base: parts.baseUrl(request),
  requestId: request.id,
  asker: visitor.asker,
  permits: visitor.permits,
  rules: parts.rules,
  model,
  body: request.body,
  ifMatch: request.headers['if-match'],
  query: queryOf(request),
});

/** An endpoint that one model has, or that stands alone. */
function mountAction(server: FastifyInstance, parts: RestParts, action: Action): void {
  const model = action.model === undefined ? undefined : parts.registry.get(action.model);
  const below = model ? `/api/${model.rest}/${action.collection ? '' : ':key/'}` : '/api/';
  const allow = [...action.methods, ...(action.methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const url = `${below}${action.path}${action.path === '' || action.path.endsWith('*') ? '' : '/'}`;
  const handler: Handler = async (request, visitor) => {
    action.guard?.(visitor.asker);
    const { key, '*': rest } = request.params as { key?: string; '*'?: string };
    const asked: ActionRequest = {
      method: request.method,
      key,
      rest: (rest ?? '').split('/').filter(Boolean),
      query: queryOf(request),
      body: request.body,
      headers: request.headers,
      path: pathOf(request),
      address: request.ip,
      asker: visitor.asker,
      sql: parts.sql,
      context: contextOf(parts, request),
      settings: parts.settings(),
      permits: visitor.permits,
    };
    if (model && key !== undefined && !action.named && !isKey(key)) throw notFound(model.className);
    return action.run(asked);
  };
  server.route({
    method: [...action.methods] as HTTPMethods[],
    url,
    handler: (request, reply) => run(parts, handler, { request, reply, allow, open: action.open }),
  });
  const described: Handler = async (_request, { asker }) => {
    action.guard?.(asker);
    return { status: 200, json: JSON.stringify(describeAction(action)) };
  };
  server.options(url, (request, reply) => run(parts, described, { request, reply, allow, open: action.open }));
  const refused = everyMethod.filter((one) => !action.methods.includes(one));
  if (refused.length > 0)
    server.route({
      method: [...refused],
      url,
      exposeHeadRoute: false,
      handler: (request, reply) => run(parts, refuseMethod, { request, reply, allow, open: action.open }),
    });
}

/** The answer to OPTIONS on an action: its last step as a title, and what it speaks. */
const describeAction = ({ path, options }: Action): object => ({
  name: (
    path
      .replace(/\W*\*?$/, '')
      .split('/')
      .at(-1) || 'api root'
  )
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' '),
  description: '',
  renders: ['application/json', 'text/html'],
  parses: ['application/json', 'multipart/form-data'],
  ...(options ? { actions: { POST: options } } : {}),
});
