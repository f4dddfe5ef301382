import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { cableEnds, nodesAt, sides, storedTerminations } from './cable-ends.ts';
import { writeAttachments } from './cabled-columns.ts';
import { mirrorCables } from './channels.ts';
import { checkCables } from './check-cable.ts';
import { connectCables, disconnectCables } from './connect-cables.ts';
import { fillMetres } from './metres.ts';
import { retrace } from './paths/retrace.ts';
import { readCableEnds } from './read-cable-ends.ts';
import { terminationKind } from './termination-kinds.ts';

/** Cables: what they end at, and the paths that lead through them. */
export const cableRules: ModelRules = {
  prepare: readCableEnds,
  validate: checkCables,

  async derive(drafts, context) {
    for (const draft of drafts) fillMetres(draft, 'length');
    await disconnectCables(context, drafts);
  },

  async saved(drafts, context) {
    const { changes } = context;
    const fresh = drafts.filter(({ isNew }) => isNew);

    // NetBox logs a cable's creation before it ends anywhere, and its ends as a change of their own.
    const model = context.registry.get('dcim.cable');
    const keys = fresh.map(({ key }) => key!);
    await changes.close(model, keys, context);
    const touched = await connectCables(context, drafts);
    for (const draft of fresh) changes.noteUpdate(draft);

    await retraceTouched(context, touched);
    await followStatus(
      context,
      drafts.filter((draft) => !touched.includes(draft) && draft.changed('status')),
    );
  },

  async deleting(rows, context) {
    const terminations = await storedTerminations(
      context,
      rows.map(({ key }) => key),
    );
    await writeAttachments(context, new Map(terminations.map(({ node }) => [node, 'detached'])));
    const interfaces = context.contentTypes.id('dcim.interface');
    await mirrorCables(
      context,
      terminations.flatMap(({ node }) => (node.startsWith(`${interfaces}:`) ? [node.split(':')[1]!] : [])),
    );
  },

  async logged(keys, context) {
    const ends = new Map<string, number[]>();
    for (const { key, cable, side } of await storedTerminations(context, keys))
      ends.set(`${cable}${side}`, [...(ends.get(`${cable}${side}`) ?? []), Number(key)]);
    const members = new Map(
      keys.map((key) => [
        key,
        sides.map((side): readonly [string, string] => [
          `${side.toLowerCase()}_terminations`,
          `[${(ends.get(`${key}${side}`) ?? []).sort((one, other) => one - other).join()}]`,
        ]),
      ]),
    );
    return members;
  },
};

/** Paths that begin at the cables' ends, or lead through what is or was there. */
async function retraceTouched(context: WriteContext, drafts: readonly Draft[]): Promise<void> {
  const through: string[] = [];
  const from: string[] = [];
  const type = context.contentTypes.id('dcim.cable');
  for (const draft of drafts) {
    const ends = cableEnds(draft)!;
    if (!draft.isNew) through.push(`${type}:${draft.key}`);
    for (const side of sides)
      for (const node of [...nodesAt(ends, side), ...ends.stored.map((one) => one.node)]) {
        const object = ends.objects.get(node);
        if (object) (terminationKind(object.model)!.endpoint ? from : through).push(node);
      }
  }
  await retrace(context, { through: [...new Set(through)], from: [...new Set(from)] });
}

/** A cable that isn't connected makes its paths inactive; one that is again may make them active. */
async function followStatus(context: WriteContext, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  const type = context.contentTypes.id('dcim.cable');
  const nodes = (connected: boolean) =>
    drafts.filter((draft) => (draft.get('status') === 'connected') === connected).map(({ key }) => `${type}:${key}`);
  const off = nodes(false);
  if (off.length > 0)
    await context.rows('update dcim_cablepath set is_active = false where is_active and _nodes && $1::varchar[]', [
      `{${off.join(',')}}`,
    ]);
  await retrace(context, { through: nodes(true), lenient: true });
}
