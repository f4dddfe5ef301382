import { Draft } from '#operations/write/draft.ts';
import { save } from '#operations/write/save.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { cableEnds, nodesAt, type Side, sides, type Termination } from './cable-ends.ts';
import { type Attachment, writeAttachments } from './cabled-columns.ts';
import type { CabledObject } from './cabled-object.ts';
import { mirrorCables } from './channels.ts';
import { retrace } from './paths/retrace.ts';
import { connectorsOf } from './profile.ts';

/** A termination to be made. */
interface Wanted extends Attachment {
  readonly object: CabledObject;
}

/** Cables whose ends a request names, or whose profile gives them other connectors. */
const reconnected = (drafts: readonly Draft[]): Draft[] =>
  drafts.filter((draft) => {
    const ends = cableEnds(draft);
    return ends && (draft.isNew || draft.changed('profile') || ends.wanted.A || ends.wanted.B);
  });

/** Takes terminations away that drafts no longer want, before the cables change: the change log names them as they were. */
export async function disconnectCables(context: WriteContext, drafts: readonly Draft[]): Promise<void> {
  const stale = reconnected(drafts).flatMap((draft) => sides.flatMap((side) => planEnd(draft, side).stale));
  if (stale.length === 0) return;
  await writeAttachments(context, new Map(stale.map(({ node }) => [node, 'none'])));
  const keys = stale.map(({ key }) => key);
  await context.changes.noteDeleted(context.registry.get('dcim.cabletermination'), keys, context);
  await context.rows('delete from dcim_cabletermination where id = any($1)', [`{${keys.join(',')}}`]);
  const type = context.contentTypes.id('dcim.cable');
  await retrace(context, { through: [...new Set(stale.map(({ cable }) => `${type}:${cable}`))], lenient: true });
}

/**
 * Ends cables where their drafts want it: terminations are made and the objects at them told, by a fixed number of
 * statements a model. Returns the drafts whose ends were asked for or changed.
 */
export async function connectCables(context: WriteContext, drafts: readonly Draft[]): Promise<Draft[]> {
  const touched = reconnected(drafts);
  await makeTerminations(
    context,
    touched.flatMap((draft) => sides.flatMap((side) => planEnd(draft, side).wanted)),
  );
  const objects = touched.flatMap((draft) => [...cableEnds(draft)!.objects.values()]);
  await mirrorCables(context, [...new Set(objects.flatMap(({ id, channelized }) => (channelized ? [id] : [])))]);
  return touched;
}

/**
 * What one end loses and gains. Connectors follow from the order of its objects: where one would move to another
 * connector, or the profile has changed, the whole end is made anew.
 */
function planEnd(draft: Draft, side: Side): { stale: Termination[]; wanted: Wanted[] } {
  const ends = cableEnds(draft)!;
  const stored = ends.stored.filter((one) => one.side === side);
  const nodes = nodesAt(ends, side);
  const connectors = connectorsOf(draft.get('profile'))?.[side];
  const byNode = new Map(stored.map((one) => [one.node, one]));
  const anew =
    (draft.changed('profile') && !draft.isNew) ||
    (connectors !== undefined &&
      nodes.some((node, index) => byNode.has(node) && byNode.get(node)!.connector !== index + 1));
  return {
    stale: stored.filter(({ node }) => anew || !nodes.includes(node)),
    wanted: nodes.flatMap((node, index): Wanted[] => {
      const object = ends.objects.get(node);
      if (!object || (!anew && byNode.has(node))) return [];
      return [
        {
          object,
          cable: draft.key!,
          side,
          connector: connectors ? index + 1 : null,
          positions: connectors ? Array.from({ length: connectors[index]! }, (_, position) => position + 1) : null,
        },
      ];
    }),
  };
}

async function makeTerminations(context: WriteContext, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return;
  const model = context.registry.get('dcim.cabletermination');
  const drafts = wanted.map((one, position) => {
    const draft = new Draft({ model, position, input: {} });
    draft.set('cable', one.cable);
    draft.set('cable_end', one.side);
    draft.set('termination_type', one.object.type);
    draft.set('termination_id', one.object.id);
    draft.set('connector', one.connector === null ? null : String(one.connector));
    draft.set('positions', one.positions === null ? null : `{${one.positions.join(',')}}`);
    draft.notes.set(place, one.object);
    return draft;
  });
  await save(context, model, drafts);
  await writeAttachments(context, new Map(wanted.map((one) => [one.object.node, one])));
}

const place = 'cabled object';

/** Repeats in terminations where their objects are. */
export function placeTerminations(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const object = draft.notes.get(place) as CabledObject | undefined;
    if (!object) continue;
    draft.set('_device', object.device);
    draft.set('_rack', object.rack);
    draft.set('_location', object.location);
    draft.set('_site', object.site);
  }
}
