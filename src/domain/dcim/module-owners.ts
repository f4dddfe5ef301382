import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { bayPositions } from './bay-positions.ts';
import type { ComponentOwner } from './make-components.ts';
import { inheritPositions } from './placeholders.ts';

/** New modules as owners of components: where their bays are, and what the request wants. */
export async function moduleOwners(
  drafts: readonly Draft[],
  context: WriteContext,
): Promise<readonly (ComponentOwner & { readonly draft: Draft })[]> {
  const [positions, devices] = await Promise.all([
    bayPositions(
      drafts.map((draft) => draft.get('module_bay')!),
      context,
    ),
    relatedRows(drafts, context, {
      relation: 'device',
      select: 'case when t.virtual_chassis_id is not null then t.vc_position end',
    }),
  ]);
  return drafts.map((draft) => ({
    draft,
    key: draft.key ?? `new ${draft.position}`,
    type: draft.get('module_type')!,
    device: draft.get('device')!,
    ...(draft.key === undefined ? {} : { module: draft.key }),
    bay: draft.get('module_bay')!,
    positions: inheritPositions(positions.get(draft.get('module_bay')!) ?? []),
    chassisPosition: devices.get(draft.get('device')!)?.[0] ?? undefined,
    adopts: draft.notes.get('adopt_components') === true,
    makes: draft.notes.get('replicate_components') !== false,
  }));
}
