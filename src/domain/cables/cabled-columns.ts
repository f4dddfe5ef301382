import { Draft, type Text } from '#operations/write/draft.ts';
import { save } from '#operations/write/save.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** What an object says of the cable that ends at it. */
export interface Attachment {
  readonly cable: string;
  readonly side: string;
  readonly connector: number | null;
  readonly positions: readonly number[] | null;
}

/**
 * Writes into objects which cable ends at them, or that none does, as changes of their own: by model, whatever their
 * number. `detached` also takes away the path that began there.
 */
export async function writeAttachments(
  context: WriteContext,
  attachments: ReadonlyMap<string, Attachment | 'none' | 'detached'>,
): Promise<void> {
  const byType = new Map<string, string[]>();
  for (const node of attachments.keys()) {
    const [type, id] = node.split(':') as [string, string];
    byType.set(type, [...(byType.get(type) ?? []), id]);
  }
  for (const [type, ids] of byType) {
    const model = context.registry.find(context.contentTypes.name(type) ?? '');
    if (!model) continue;
    const stored = await storedRows(context, model, ids, { lock: true });
    const drafts = [...stored].map(([key, before], position) => {
      const draft = new Draft({ model, position, input: {}, key, before });
      const attachment = attachments.get(`${type}:${key}`)!;
      const { cable, side, connector, positions } = typeof attachment === 'string' ? nothing : attachment;
      const columns: Record<string, Text> = {
        cable_id: cable,
        cable_end: side,
        cable_connector: connector === null ? null : String(connector),
        cable_positions: positions === null ? null : `{${positions.join(',')}}`,
      };
      for (const [name, value] of Object.entries(columns)) draft.columns.set(name, value);
      if (attachment === 'detached' && draft.columns.has('_path_id')) draft.columns.set('_path_id', null);
      return draft;
    });
    await save(context, model, drafts);
    await context.changes.close(model, [...stored.keys()], context);
  }
}

const nothing = { cable: null, side: null, connector: null, positions: null } as const;
