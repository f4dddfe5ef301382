import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { relatedRows } from '../rules/related-rows.ts';

/** The drafts whose VRF, or the global table, holds each address once. */
export async function inUniqueSpace(drafts: readonly Draft[], context: WriteContext): Promise<Draft[]> {
  const vrfs = await relatedRows(drafts, context, { relation: 'vrf', select: 'enforce_unique' });
  return drafts.filter((draft) => {
    const vrf = draft.get('vrf');
    return vrf === null ? context.settings.ENFORCE_GLOBAL_UNIQUE : vrfs.get(vrf)?.[0] === 't';
  });
}
