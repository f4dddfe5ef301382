import { appliedContexts } from '../config-context/merged-contexts.ts';
import { objectFacts } from '../templates/object-facts.ts';
import type { PageFact } from './page-fact.ts';

/** The object's config context, and what it is merged from: contexts in the order in which they apply, then its own data. */
export const configContextFact: PageFact<'config-context'> = async ({ model, key, context }) => {
  const [{ context: rendered }, applied, [row]] = await Promise.all([
    objectFacts({ context }, { model: model.name, key }),
    appliedContexts(model, key, context),
    context.rows(`select local_context_data from ${model.table} where id = $1`, [key]),
  ]);
  const local: unknown = JSON.parse(row?.[0] ?? 'null');
  const names = await context.rows(
    'select id, name, weight, description from extras_configcontext where id = any($1)',
    [`{${applied.map(({ id }) => id).join(',')}}`],
  );
  const byId = new Map(
    names.map(([id, name, weight, description]) => [
      id,
      { name: name!, weight: Number(weight), description: description! },
    ]),
  );
  return { rendered, local, sources: applied.map(({ id, data }) => ({ id: Number(id), ...byId.get(id)!, data })) };
};
