import type { FastifyRequest } from 'fastify';
import { forbidden, HttpError } from '#base/http-error.ts';
import { joinedBytes } from '#base/joined-bytes.ts';
import type { Answer } from '#operations/action.ts';
import { getObject } from '#operations/read/get-object.ts';
import { listFrom, listObjects } from '#operations/read/list-objects.ts';
import { cursorFrame, pageFrame } from '#operations/read/page-envelope.ts';
import { sharedWith } from '#operations/read/shared-with.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { etag } from './etag.ts';
import { pageRequest } from './page.ts';
import { contextOf, pathOf, queryOf, type RestParts, type Visitor } from './parts.ts';
import { requestShape } from './request-shape.ts';

/** A reading request as this surface hands it on. */
export interface RestRead {
  readonly parts: RestParts;
  readonly request: FastifyRequest;
  readonly visitor: Visitor;
  readonly model: Model;
}

/** The condition under which the visitor sees objects of the model; 403 where they see none whatever. */
function visible({ parts, visitor, model }: RestRead): Condition {
  const condition = visitor.permits(model, 'view');
  if (condition.op !== 'never') return and(condition, sharedWith(parts.registry, model, visitor.asker));
  if (visitor.asker.userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
  throw forbidden();
}

/** GET of a collection. */
export async function list(read: RestRead): Promise<Answer> {
  const { parts, request, visitor, model } = read;
  const query = queryOf(request);
  const context = contextOf(parts, request, visitor);
  const where = and(visible(read), await parts.filter(model, query, visitor));
  const shape = requestShape(parts.shapes, model, query);
  const page = pageRequest(query, context.settings);
  const address = `${context.base}${pathOf(request)}`;
  if (page.start !== undefined) {
    const { next, texts } = await listFrom({ ...page, start: page.start, context, model, shape, where });
    return {
      status: 200,
      body: joinedBytes(texts, cursorFrame({ ...page, address, query, next })),
      type: 'application/json',
    };
  }
  const order = parts.order(model, query);
  const { count, texts } = await listObjects({ ...page, context, model, shape, where, order });
  return {
    status: 200,
    body: joinedBytes(texts, pageFrame({ ...page, address, query, count })),
    type: 'application/json',
  };
}

/** GET of one object. */
export async function detail(read: RestRead, key: string): Promise<Answer> {
  const { parts, request, visitor, model } = read;
  const where = visible(read);
  if (!/^\d+$/.test(key)) throw new HttpError(404, 'Not found.');
  const context = contextOf(parts, request, visitor);
  const shape = requestShape(parts.shapes, model, queryOf(request));
  const { text, changed } = await getObject({ context, model, shape, where, key });
  return { status: 200, json: text, ...(changed ? { headers: { etag: etag(changed) } } : {}) };
}
