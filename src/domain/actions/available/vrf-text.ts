import type { ReadContext } from '#operations/read/context.ts';

/** A VRF's brief text by its key; null for the global table. */
export async function vrfText(context: ReadContext, vrf: string | null): Promise<string> {
  if (vrf === null) return 'null';
  const shape = context.shapes.of(context.registry.get('ipam.vrf'), 'brief');
  return (await context.load(shape, [vrf])).get(vrf) ?? 'null';
}
