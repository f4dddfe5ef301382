import type { FastifyRequest } from 'fastify';
import { forbidden, HttpError } from '#base/http-error.ts';
import { type Frame, joinedBytes, type Texts } from '#base/joined-bytes.ts';
import type { Sql } from '#database/connect.ts';
import type { Answer } from '#operations/action.ts';
import { getObject } from '#operations/read/get-object.ts';
import { inTurn } from '#operations/read/large-lists.ts';
import { listFrom, listObjects } from '#operations/read/list-objects.ts';
import { orderedKeys } from '#operations/read/ordered-keys.ts';
import { cursorFrame, pageFrame } from '#operations/read/page-envelope.ts';
import { sharedWith } from '#operations/read/shared-with.ts';
import { keyNumber } from '#query/filters/values/number.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { etag } from './etag.ts';
import { pageRequest } from './page.ts';
import { contextOf, pathOf, queryOf, type RestParts, type Visitor } from './parts.ts';
import { namingPatterns } from './pattern-errors.ts';
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
  if (condition.op !== 'never' || model.listedToAll)
    return and(condition, sharedWith(parts.registry, model, visitor.asker));
  if (visitor.asker.userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
  throw forbidden();
}

/** GET of a collection. */
export function list(read: RestRead): Promise<Answer> {
  return read.parts.reading(read.visitor, (sql) => listFromDatabase(read, sql));
}

async function listFromDatabase(read: RestRead, sql: Sql): Promise<Answer> {
  const { parts, request, visitor, model } = read;
  const query = queryOf(request);
  const context = contextOf(parts, request, { visitor, sql });
  const where = and(visible(read), await parts.filter(model, query, visitor));
  const template = query.get('export');
  if (template !== null) {
    const order = parts.order(model, query);
    const keys = await namingPatterns(parts.sql, query, () => orderedKeys(context, { model, where, order }));
    return parts.exportTemplate(template, { context, model, keys, permits: visitor.permits });
  }
  const shape = requestShape(parts.shapes, model, query, visitor.asker);
  const page = pageRequest(query, context.settings);
  const address = `${context.base}${pathOf(request)}`;
  const answer = async (): Promise<Answer> => {
    if (page.start !== undefined) {
      const { next, texts } = await listFrom({ ...page, start: page.start, context, model, shape, where });
      return listAnswer(texts, cursorFrame({ ...page, address, query, next }));
    }
    const order = parts.order(model, query);
    const { count, texts } = await listObjects({ ...page, context, model, shape, where, order });
    return listAnswer(texts, pageFrame({ ...page, address, query, count }));
  };
  return namingPatterns(parts.sql, query, () => inTurn(page.limit, answer));
}

const listAnswer = (texts: Texts, frame: Frame): Answer => ({
  status: 200,
  body: joinedBytes(texts, frame),
  type: 'application/json',
});

/** GET of one object. */
export async function detail(read: RestRead, key: string): Promise<Answer> {
  const { parts, request, visitor, model } = read;
  const where = visible(read);
  const number = keyNumber(key);
  if (number === undefined) throw new HttpError(404, 'Not found.');
  const shape = requestShape(parts.shapes, model, queryOf(request), visitor.asker);
  const { text, changed } = await parts.reading(visitor, (sql) =>
    getObject({ context: contextOf(parts, request, { visitor, sql }), model, shape, where, key: number }),
  );
  return { status: 200, json: text, ...(changed ? { headers: { etag: etag(changed) } } : {}) };
}
