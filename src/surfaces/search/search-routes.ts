import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from '#base/http-error.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { searchObjects } from '#operations/read/search.ts';
import { queryOf, type Visitor } from '../rest/parts.ts';
import type { SearchAnswer } from './contract.ts';

export interface SearchParts {
  /** Throws where the credentials are refused or missing. */
  visit(request: FastifyRequest): Promise<{ context: ReadContext } & Pick<Visitor, 'permits'>>;
  /** The answer to an error. */
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
}

const most = 500;

/**
 * `GET /patchbay/search/?q=text[&model=dcim.site][&limit=50]`: objects of all models that have the text, the most
 * relevant first: `{results: [{model, id, display, description, field, value}]}`.
 */
export async function searchRoutes(app: FastifyInstance, { visit, refuse }: SearchParts): Promise<void> {
  app.get('/patchbay/search/', async (request, reply) => {
    try {
      const { context, permits } = await visit(request);
      const query = queryOf(request);
      const text = query.get('q')?.trim() ?? '';
      const limit = Number(query.get('limit') ?? 50);
      if (!Number.isInteger(limit) || limit < 1 || limit > most)
        throw new HttpError(400, { limit: [`Must be a whole number from 1 to ${most}, not "${query.get('limit')}".`] });
      if (text.includes('\0')) throw new HttpError(400, { q: ['Null characters are not allowed.'] });
      if (text === '') return reply.send({ results: [] } satisfies SearchAnswer);
      return reply.send({
        results: await searchObjects(context, { text, models: query.getAll('model'), limit, permits }),
      } satisfies SearchAnswer);
    } catch (error) {
      return refuse(reply, error);
    }
  });
}
