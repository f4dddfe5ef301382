import { quoted } from '#fields/json-text.ts';
import type { ReadContext } from '#operations/read/context.ts';

/** An object by the id of its content type and its own. */
export interface Node {
  readonly type: string;
  readonly id: string;
}

/** Brief texts of objects of several models: one statement a model. */
export type ObjectTexts = (node: Node) => string | undefined;

/** Loads the brief texts of all nodes; what does not exist, or is not served, has none. */
export async function objectTexts(nodes: Iterable<Node>, context: ReadContext): Promise<ObjectTexts> {
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
      if (model?.rest) texts.set(type, await context.load(context.shapes.of(model, 'brief'), ids));
    }),
  );
  return ({ type, id }) => texts.get(type)?.get(id);
}

/** `"<app>.<model>"` of a node. */
export const nodeType = ({ type }: Node, context: ReadContext): string => quoted(context.contentTypes.name(type)!);
