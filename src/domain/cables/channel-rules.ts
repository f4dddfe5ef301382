import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { storedTerminations } from './cable-ends.ts';
import { mirrorCables } from './channels.ts';
import { retrace } from './paths/retrace.ts';
import { terminationKind } from './termination-kinds.ts';

/** Channelized interfaces: channels have the cable of the interface that they are parts of, and paths of their own. */
export const channelRules: ModelRules = {
  async saved(drafts, context) {
    const regrouped = drafts.filter(
      (draft) =>
        (draft.get('channel_id') !== null || draft.was('channel_id') !== null) &&
        (draft.changed('channel_id') || draft.changed('parent')),
    );
    const split = drafts.filter((draft) => draft.changed('channels') && draft.get('cable') !== null);
    const parents = new Set([
      ...regrouped.flatMap((draft) => [draft.get('parent'), draft.was('parent')].filter((key) => key !== null)),
      ...split.map(({ key }) => key!),
    ]);
    if (parents.size === 0 && regrouped.length === 0) return;
    await releaseChannels(regrouped, context);
    const cabled = await context.rows(
      'select id, cable_id from dcim_interface where id = any($1) and cable_id is not null',
      [`{${[...parents].join(',')}}`],
    );
    // NetBox logs the interface as it was before it got the cable.
    const model = context.registry.get('dcim.interface');
    await context.changes.close(
      model,
      regrouped.map(({ key }) => key!),
      context,
    );
    await mirrorCables(
      context,
      cabled.map(([key]) => key!),
    );
    await retraceCables([...new Set(cabled.map(([, cable]) => cable!))], {
      context,
      from: regrouped.map(({ key }) => key!),
    });
  },

  async deleted(rows, context) {
    const cables = rows.flatMap(({ columns }) => (columns.get('channel_id') ? (columns.get('cable_id') ?? []) : []));
    await retraceCables([...new Set(cables)], { context, from: [] });
  },
};

/** Takes the mirrored cable from interfaces whose parent gives them none (any longer). */
async function releaseChannels(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  if (drafts.length === 0) return;
  await context.rows(
    `update dcim_interface t set cable_id = null, cable_end = '', cable_connector = null, cable_positions = null
     where t.id = any($1) and t.cable_id is not null and not exists (
       select from dcim_interface p where p.id = t.parent_id and t.channel_id is not null and p.channels is not null
       and p.cable_id is not null)
     and not exists (
       select from dcim_cabletermination x where x.termination_type_id = $2 and x.termination_id = t.id)`,
    [`{${drafts.map(({ key }) => key).join(',')}}`, context.contentTypes.id('dcim.interface')!],
  );
}

/** Paths through cables and from whatever is at their ends, and from further interfaces. */
async function retraceCables(
  cables: readonly string[],
  { context, from }: { context: WriteContext; from: readonly string[] },
): Promise<void> {
  const { contentTypes } = context;
  const nodes = (await storedTerminations(context, cables)).map(({ node }) => node);
  const isEndpoint = (node: string) => terminationKind(contentTypes.name(node.split(':')[0]!))?.endpoint;
  const interfaces = contentTypes.id('dcim.interface');
  await retrace(context, {
    through: [
      ...cables.map((cable) => `${contentTypes.id('dcim.cable')}:${cable}`),
      ...nodes.filter((node) => !isEndpoint(node)),
    ],
    from: [...nodes.filter(isEndpoint), ...from.map((key) => `${interfaces}:${key}`)],
    lenient: true,
  });
}
