import type { ActionRequest } from '#operations/action.ts';

/** The config context of a device or virtual machine, and where the object is. */
export async function objectFacts(
  { context }: Pick<ActionRequest, 'context'>,
  { model: name, key }: { model: string; key: string },
): Promise<{ context: Record<string, unknown>; object: { model: string; key: string } }> {
  const model = context.registry.get(name);
  const shape = context.shapes.only(model, new Set(['config_context']));
  const text = (await context.load(shape, [key])).get(key) ?? '{}';
  const read = JSON.parse(text) as { config_context?: Record<string, unknown> };
  return { context: read.config_context ?? {}, object: { model: name, key } };
}
