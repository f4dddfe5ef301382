import type { FastifyInstance } from 'fastify';
import { HttpError } from '#base/http-error.ts';
import { sharedWith } from '#operations/read/shared-with.ts';
import { visibleKeys } from '#operations/read/visible-keys.ts';
import { and } from '#query/tree.ts';
import { askedKeys } from './asked-keys.ts';
import { farColumns } from './far-columns.ts';
import type { PageParts } from './page-routes.ts';

/**
 * `GET /patchbay/columns/<app>/<endpoint>/?name=device_site&id=1&id=2`: what lists show of the objects and REST doesn't
 * serve of them, as far as one may see the objects; related ones are named whether or not one may see them, as in NetBox.
 */
export async function farColumnsRoute(
  app: FastifyInstance,
  { registry, meta, visit, refuse }: Pick<PageParts, 'registry' | 'meta' | 'visit' | 'refuse'>,
): Promise<void> {
  type Params = { app: string; endpoint: string };
  app.get<{ Params: Params }>('/patchbay/columns/:app/:endpoint/', async (request, reply) => {
    try {
      const told = meta().models.get(`${request.params.app}/${request.params.endpoint}`);
      if (!told) return reply.code(404).send({ detail: 'Not found.' });
      const { context, permits, asker } = await visit(request);
      const model = registry.get(told.id);
      const { query, keys } = askedKeys(request);
      const names = query.getAll('name').toSorted();
      const far = farColumns(model);
      const unknown = names.find((name) => !Object.hasOwn(far, name));
      if (unknown !== undefined)
        throw new HttpError(400, {
          name: [`"${unknown}" is no column of ${model.plural} that lies behind a relation.`],
        });
      const ways = Object.fromEntries(names.map((name) => [name, far[name]!]));
      const where = and(permits(model, 'view'), sharedWith(registry, model, asker));
      const seen = await visibleKeys(context, { model, keys, where });
      const texts = await context.load(context.shapes.afar(model, ways), seen);
      const lines = seen.flatMap((key) => (texts.has(key) ? [`"${key}":${texts.get(key)}`] : []));
      return reply.type('application/json').send(`{${lines.join(',')}}`);
    } catch (error) {
      return refuse(reply, error);
    }
  });
}
