import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isKey } from '#operations/read/get-object.ts';
import { sharedWith } from '#operations/read/shared-with.ts';
import { visibleKeys } from '#operations/read/visible-keys.ts';
import { and } from '#query/tree.ts';
import { farColumns } from './far-columns.ts';
import type { PageParts } from './page-routes.ts';

const atMost = 1000;

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
      const { keys, names } = askedIn(request);
      const ways = Object.fromEntries(Object.entries(farColumns(model)).filter(([name]) => names.includes(name)));
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

function askedIn({ url }: FastifyRequest): { keys: string[]; names: string[] } {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  return {
    keys: [...new Set(query.getAll('id').filter(isKey))].slice(0, atMost),
    names: query.getAll('name').toSorted(),
  };
}
