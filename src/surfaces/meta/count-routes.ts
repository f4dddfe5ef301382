import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReadContext } from '#operations/read/context.ts';
import { type Counting, countObjects } from '#operations/read/count-objects.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Counts } from './contract.ts';
import type { Meta } from './meta.ts';

/** Somebody who looks, and what of each model they may see. */
export interface Viewer {
  readonly context: ReadContext;
  permits(model: Model, action: string): Condition;
}

export interface CountParts {
  readonly registry: Registry;
  meta(): Meta;
  /** Throws where the credentials are refused or missing. */
  visit(request: FastifyRequest): Promise<Viewer>;
  /** The condition that a query's filters make. */
  filter(model: Model, query: URLSearchParams, context: ReadContext): Condition | Promise<Condition>;
  /** The answer to an error. */
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
}

/**
 * How much there is, as far as the viewer may see it, in one statement:
 * `GET /patchbay/counts/` by model, for the overview;
 * `GET /patchbay/related/<app>/<endpoint>/<id>/` by `<model> <filter>`, for what refers to an object
 * that the viewer may see, and by kind for what is attached to it.
 */
export async function countRoutes(app: FastifyInstance, parts: CountParts): Promise<void> {
  const { registry, meta, visit, filter, refuse } = parts;

  app.get('/patchbay/counts/', async (request, reply) => {
    try {
      const { context, permits } = await visit(request);
      const models = meta().index.menu.flatMap(({ groups }) =>
        groups.flatMap(({ items }) => items.map((item) => item.model)),
      );
      const countings = [...new Set(models)]
        .map((name) => registry.get(name))
        .map((model) => ({ model, where: permits(model, 'view') }));
      const counts = await countObjects(context, countings);
      return reply.send(
        Object.fromEntries(countings.map(({ model }, index) => [model.name, counts[index]!])) satisfies Counts,
      );
    } catch (error) {
      return refuse(reply, error);
    }
  });

  type Params = { app: string; endpoint: string; id: string };
  app.get<{ Params: Params }>('/patchbay/related/:app/:endpoint/:id/', async (request, reply) => {
    try {
      const { context, permits } = await visit(request);
      const { app: name, endpoint, id } = request.params;
      const told = meta().models.get(`${name}/${endpoint}`);
      const refused = () => reply.code(404).send({ detail: 'Not found.' });
      if (!told || !/^\d{1,18}$/.test(id)) return refused();
      const own = registry.get(told.id);
      const itself = and(permits(own, 'view'), await filter(own, new URLSearchParams({ id }), context));
      const [seen] = await countObjects(context, [{ model: own, where: itself }]);
      if (!seen) return refused();
      const asked = [
        ...told.related
          .filter(({ count }) => count === undefined)
          .map((one) => ({ name: `${one.model} ${one.filter}`, model: one.model, query: { [one.filter]: id } })),
        ...meta()
          .index.attached.filter(({ feature }) => told.features.includes(feature))
          .map((one) => ({ name: one.kind, model: one.model, query: { [one.type]: told.id, [one.id]: id } })),
      ];
      const countings = await Promise.all(
        asked.map(async ({ model: name, query }): Promise<Counting> => {
          const model = registry.get(name);
          const permitted = permits(model, 'view');
          if (permitted.op === 'never') return { model, where: permitted };
          return { model, where: and(permitted, await filter(model, new URLSearchParams(query), context)) };
        }),
      );
      const counts = await countObjects(context, countings);
      return reply.send(Object.fromEntries(asked.map(({ name }, index) => [name, counts[index]!])) satisfies Counts);
    } catch (error) {
      return refuse(reply, error);
    }
  });
}
