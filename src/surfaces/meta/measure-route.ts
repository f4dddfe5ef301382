import type { FastifyInstance } from 'fastify';
import { type Measures, measure } from '#operations/read/measure.ts';
import { askedKeys } from './asked-keys.ts';
import type { MeasuredObjects } from './contract.ts';
import type { CountParts } from './count-routes.ts';

/** What is measured, and who looks. */
export interface MeasureParts extends Pick<CountParts, 'registry' | 'meta' | 'visit' | 'refuse'> {
  readonly measures: Measures;
}

/** `GET /patchbay/measures/<app>/<endpoint>/?id=1&id=2`: how full the listed objects are, as far as one may see them. */
export async function measureRoute(app: FastifyInstance, parts: MeasureParts): Promise<void> {
  type Params = { app: string; endpoint: string };
  app.get<{ Params: Params }>('/patchbay/measures/:app/:endpoint/', async (request, reply) => {
    try {
      const told = parts.meta().models.get(`${request.params.app}/${request.params.endpoint}`);
      const measures = told && parts.measures[told.id];
      if (!measures) return reply.code(404).send({ detail: 'Not found.' });
      const { context, permits } = await parts.visit(request);
      const model = parts.registry.get(told.id);
      const { keys } = askedKeys(request);
      const measured = await measure(context, { model, measures, keys, where: permits(model, 'view') });
      return reply.send(measured satisfies MeasuredObjects);
    } catch (error) {
      return parts.refuse(reply, error);
    }
  });
}
