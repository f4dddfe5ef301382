import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { authenticate } from '#access/authenticate.ts';
import { clientAddress } from '#access/client-address.ts';
import { isSafe } from '#access/csrf.ts';
import { HttpError } from '#base/http-error.ts';
import type { Queryable } from '#database/connect.ts';
import { isObject } from '#identity/claims/merge-claims.ts';
import { expressionChecker } from '#identity/claims/run-expression.ts';
import { noteEvent } from '#identity/events/note-event.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { describeResources } from './describe-resources.ts';
import { readObject, readObjects } from './read-objects.ts';
import type { Resource } from './resource.ts';
import { resources } from './resources.ts';
import { deleteObject, writeObject } from './write-object.ts';

/** Who administers, and from where. */
export interface Administrator {
  readonly username: string;
  readonly address: string | null;
}

type Named = FastifyRequest<{ Params: { kind: string; id: string } }>;
const prefix = '/patchbay/identity/';

/**
 * Administration over REST, for superusers of Patchbay, with their session (and its CSRF token) or a token that may
 * write. What there is follows from the table of resources; actions have files of their own.
 */
export async function adminRoutes(app: FastifyInstance, { parts }: { parts: IdentityParts }): Promise<void> {
  const { sql, box } = parts;
  const checkExpression = expressionChecker(parts.expressions);

  app.get(prefix, async (request) => {
    await administrator(parts, request);
    return describeResources(request.url.replace(/\?.*/s, ''));
  });

  app.get<{ Params: { kind: string }; Querystring: Record<string, string> }>(`${prefix}:kind/`, async (request) => {
    await administrator(parts, request);
    const { q, limit, offset, ...where } = request.query;
    return readObjects(sql, resourceOf(request.params.kind), {
      q,
      limit: number('limit', limit, 50, 1000),
      offset: number('offset', offset, 0, Number.MAX_SAFE_INTEGER),
      where,
    });
  });

  app.post<{ Params: { kind: string } }>(`${prefix}:kind/`, async (request, reply) => {
    const who = await administrator(parts, request);
    const resource = resourceOf(request.params.kind);
    const values = valuesOf(request.body);
    const made = await sql.begin(async (transaction) => {
      const id = await writeObject({ resource, sql: transaction, box, checkExpression, values });
      return told(transaction, resource, id, 'model_created', who);
    });
    return reply.code(201).send(made);
  });

  app.get(`${prefix}:kind/:id/`, async (request: Named) => {
    await administrator(parts, request);
    const found = await readObject(sql, resourceOf(request.params.kind), request.params.id);
    if (!found) throw new HttpError(404, 'Not found.');
    return found;
  });

  const change = async (request: Named) => {
    const who = await administrator(parts, request);
    const resource = resourceOf(request.params.kind);
    const values = valuesOf(request.body);
    return sql.begin(async (transaction) => {
      const id = await writeObject({ resource, sql: transaction, box, checkExpression, id: request.params.id, values });
      return told(transaction, resource, id, 'model_updated', who, Object.keys(values));
    });
  };
  app.patch(`${prefix}:kind/:id/`, change);
  app.put(`${prefix}:kind/:id/`, change);

  app.delete(`${prefix}:kind/:id/`, async (request: Named, reply: FastifyReply) => {
    const who = await administrator(parts, request);
    const resource = resourceOf(request.params.kind);
    await sql.begin(async (transaction) => {
      const found = await readObject(transaction, resource, request.params.id);
      if (!found || !(await deleteObject(transaction, resource, request.params.id)))
        throw new HttpError(404, 'Not found.');
      await noteChange(transaction, resource, found, 'model_deleted', who);
    });
    return reply.code(204).send();
  });
}

/** Whoever makes the request; throws 403 where that is no superuser, or may not write. */
export async function administrator(parts: IdentityParts, request: FastifyRequest): Promise<Administrator> {
  const { headers, method, ip } = request;
  const settings = parts.settings();
  const identity = await authenticate({ sql: parts.sql, settings, request: { headers, method, address: ip } });
  await identity.token?.noted;
  if (!identity.user) throw new AccessError('notAuthenticated');
  if (!identity.user.isSuperuser) throw new AccessError('notPermitted');
  if (identity.token && !identity.token.writeEnabled && !isSafe(method)) throw new AccessError('notPermitted');
  return { username: identity.user.username, address: clientAddress({ headers, address: ip }, settings) };
}

/** The object that a body is; throws 400 where it is something else. */
export function valuesOf(body: unknown): Record<string, unknown> {
  if (!isObject(body)) throw new HttpError(400, 'The body must be an object.');
  return body;
}

function resourceOf(kind: string): Resource {
  if (!Object.hasOwn(resources, kind)) throw new HttpError(404, 'Not found.');
  return resources[kind as keyof typeof resources];
}

/** A whole number in a parameter. Throws 400 keyed by it. */
export function number(name: string, text: string | undefined, fallback: number, most: number): number {
  if (text === undefined || text === '') return fallback;
  if (!/^\d{1,15}$/.test(text)) throw new HttpError(400, { [name]: ['This must be a whole number.'] });
  return Math.min(Number(text), most);
}

async function told(
  sql: Queryable,
  resource: Resource,
  id: string,
  action: 'model_created' | 'model_updated',
  who: Administrator,
  changed?: readonly string[],
): Promise<unknown> {
  const object = (await readObject(sql, resource, id))!;
  await noteChange(sql, resource, object, action, who, changed);
  return object;
}

/** Tells the audit log of a change: which fields, and never what they hold. */
async function noteChange(
  sql: Queryable,
  resource: Resource,
  object: Readonly<Record<string, unknown>>,
  action: 'model_created' | 'model_updated' | 'model_deleted',
  { username, address }: Administrator,
  changed?: readonly string[],
): Promise<void> {
  const context = { model: resource.name, id: object.id, display: object.display, ...(changed ? { changed } : {}) };
  await noteEvent(sql, { action, username, address, context });
}
