import type { Row } from '#operations/read/row.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { canBeChannel, canBeSplit, isVirtual, isWireless } from './interface-type.ts';
import { type Problem, refuse } from './problem.ts';

/** What the type of an interface, or of its template, allows: parents, channels, bridges, power, radio. */
export const interfaceKindRules: ModelRules = {
  async validate(drafts, context) {
    const [parents, highest] = await Promise.all([
      relatedRows(drafts, context, { relation: 'parent', select: 't.channels, t.name' }),
      highestChannels(drafts, context),
    ]);
    refuse(
      drafts,
      (draft) =>
        parentProblem(draft) ??
        channelProblem(draft, parents.get(draft.get('parent') ?? '')) ??
        orphanProblem(draft, highest.get(draft.key ?? '') ?? 0) ??
        typeProblem(draft),
    );
  },
};

/** The highest channel that is in use of each interface that was or is split. */
async function highestChannels(drafts: readonly Draft[], context: WriteContext): Promise<ReadonlyMap<string, number>> {
  const split = drafts.filter((draft) => !draft.isNew && (draft.number('channels') || Number(draft.was('channels'))));
  if (split.length === 0) return new Map();
  const rows = await context.rows(
    `select parent_id, max(channel_id) from ${drafts[0]!.model.table} where parent_id = any($1) and channel_id is not null group by 1`,
    [`{${split.map(({ key }) => key).join(',')}}`],
  );
  return new Map(rows.map(([key, channel]) => [key!, Number(channel)]));
}

function parentProblem(draft: Draft): Problem {
  const parent = draft.get('parent');
  if (parent === null) return undefined;
  if (parent === draft.key) return ['parent', 'An interface cannot be its own parent.'];
  return draft.get('type') !== 'virtual' && draft.get('channel_id') === null
    ? [
        'parent',
        'Only virtual interfaces, or a channel subinterface with a channel ID assigned, may be assigned to a parent interface.',
      ]
    : undefined;
}

function channelProblem(draft: Draft, parent: Row | undefined): Problem {
  const type = draft.get('type')!;
  const [channels, channel] = [draft.number('channels'), draft.number('channel_id')];
  if (channels && channel)
    return [wholeObject, 'An interface cannot be both channelized and bound to a channel on a parent interface.'];
  if (channels && !canBeSplit(type)) return ['channels', 'Interfaces of this type cannot be channelized.'];
  if (channel === null)
    return type === 'channel' ? ['channel_id', 'Channel interfaces must have a channel ID assigned.'] : undefined;
  if (!canBeChannel(type))
    return ['channel_id', 'A channel ID cannot be assigned to a virtual, LAG, bridge, or wireless interface.'];
  if (!parent) return ['parent', 'A channel subinterface must be assigned to a parent interface.'];
  const [provided, name] = parent;
  if (!Number(provided)) return ['parent', `The parent interface (${name}) is not channelized.`];
  return channel > Number(provided)
    ? ['channel_id', `Invalid channel ID (${channel}): the parent interface provides only ${provided} channels.`]
    : undefined;
}

function orphanProblem(draft: Draft, highest: number): Problem {
  const channels = draft.number('channels') ?? 0;
  if (highest <= channels) return undefined;
  const what = channels ? `set channels to ${channels}` : 'remove channelization';
  return [
    'channels',
    `Cannot ${what}: a channel subinterface is bound to channel ${highest}. Delete or reassign the affected subinterface(s) first.`,
  ];
}

function typeProblem(draft: Draft): Problem {
  const type = draft.get('type')!;
  if (!draft.isNew && draft.get('bridge') === draft.key) return ['bridge', 'An interface cannot be bridged to itself.'];
  if (draft.get('poe_mode') && isVirtual(type)) return ['poe_mode', 'Virtual interfaces cannot have a PoE mode.'];
  if (draft.get('poe_type') && isVirtual(type)) return ['poe_type', 'Virtual interfaces cannot have a PoE type.'];
  if (draft.get('poe_type') && !draft.get('poe_mode'))
    return ['poe_type', 'Must specify PoE mode when designating a PoE type.'];
  return draft.get('rf_role') && !isWireless(type)
    ? ['rf_role', 'Wireless role may be set only on wireless interfaces.']
    : undefined;
}
