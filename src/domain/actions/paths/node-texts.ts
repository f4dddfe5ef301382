import type { ReadContext } from '#operations/read/context.ts';
import type { Shape } from '#operations/read/shape.ts';
import type { PathNode } from './cable-path.ts';

/** Texts of nodes, without those that no longer exist. */
export type NodeTexts = (nodes: readonly PathNode[]) => string[];

/** Renders nodes in the shape that their model has for this purpose: one statement a model. */
export async function nodeTexts(
  context: ReadContext,
  nodes: Iterable<PathNode>,
  shapeOf: (model: string) => Shape,
): Promise<NodeTexts> {
  const keys = new Map<string, string[]>();
  for (const { model, id } of nodes) keys.set(model, [...(keys.get(model) ?? []), id]);
  const texts = new Map<string, ReadonlyMap<string, string>>();
  await Promise.all(
    [...keys].map(async ([model, ids]) => {
      texts.set(model, await context.load(shapeOf(model), ids));
    }),
  );
  return (some) => some.flatMap(({ model, id }) => texts.get(model)?.get(id) ?? []);
}
