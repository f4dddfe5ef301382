import type { ReadContext } from './context.ts';

/** An object by the key of its content type and its own. */
export interface Node {
  readonly type: string;
  readonly id: string;
}

/** The text of a node; undefined where there is none. */
export type NodeTexts = (node: Node) => string | undefined;

/**
 * The texts of objects of several models in one shape, a statement a model. What is not there has none, and what REST
 * doesn't serve has a display at the most.
 */
export async function loadByType(context: ReadContext, nodes: Iterable<Node>, shape = 'brief'): Promise<NodeTexts> {
  const byType = new Map<string, string[]>();
  for (const { type, id } of nodes) {
    const ids = byType.get(type);
    if (ids) ids.push(id);
    else byType.set(type, [id]);
  }
  const texts = new Map<string, ReadonlyMap<string, string>>();
  await Promise.all(
    [...byType].map(async ([type, ids]) => {
      const model = context.registry.find(context.contentTypes.name(type) ?? '');
      if (model && (model.rest || shape === 'display'))
        texts.set(type, await context.load(context.shapes.of(model, shape), ids));
    }),
  );
  return ({ type, id }) => texts.get(type)?.get(id);
}
