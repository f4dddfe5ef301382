import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '#base/settings.ts';
import type { Asker } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { countObjects } from '#operations/read/count-objects.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Meta } from './meta.ts';

/** An object that somebody looks at, and who they are. */
interface Looking {
  readonly model: Model;
  readonly key: string;
  readonly context: ReadContext;
  readonly settings: Settings;
  readonly asker: Asker;
  permits(model: Model, action: string): Condition;
}

export interface PageParts {
  readonly registry: Registry;
  meta(): Meta;
  /** What can be asked of an object, by the last step of the address; of these models only, where some are named. */
  readonly facts: ReadonlyMap<
    string,
    { readonly fact: (looking: Looking) => Promise<unknown>; readonly models?: readonly string[] }
  >;
  /** Throws where the credentials are refused or missing. */
  visit(request: FastifyRequest): Promise<Omit<Looking, 'model' | 'key'>>;
  filter(model: Model, query: URLSearchParams): Promise<Condition>;
  /** The answer to an error. */
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
}

/** `GET /patchbay/page/<app>/<endpoint>/<id>/[<fact>/]`: what the page of an object shows beside its REST answer. */
export async function pageRoutes(app: FastifyInstance, parts: PageParts): Promise<void> {
  const { registry, meta, facts, visit, filter, refuse } = parts;
  type Params = { app: string; endpoint: string; id: string; fact?: string };
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      const visitor = await visit(request);
      const { app: name, endpoint, id, fact = '' } = request.params as Params;
      const told = meta().models.get(`${name}/${endpoint}`);
      const asked = facts.get(fact);
      const refused = () => reply.code(404).send({ detail: 'Not found.' });
      if (!told || !asked || !/^\d{1,18}$/.test(id) || (asked.models && !asked.models.includes(told.id)))
        return refused();
      const model = registry.get(told.id);
      const itself = and(visitor.permits(model, 'view'), await filter(model, new URLSearchParams({ id })));
      const [seen] = await countObjects(visitor.context, [{ model, where: itself }]);
      if (!seen) return refused();
      return reply.send(await asked.fact({ ...visitor, model, key: id }));
    } catch (error) {
      return refuse(reply, error);
    }
  };
  app.get('/patchbay/page/:app/:endpoint/:id/', answer);
  app.get('/patchbay/page/:app/:endpoint/:id/:fact/', answer);
}
