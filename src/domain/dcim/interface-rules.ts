import type { Row } from '#operations/read/row.ts';
import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { isVirtual, isWireless } from './interface-type.ts';
import { derivedChannel } from './logged-channel-rules.ts';
import { type Problem, refuse } from './problem.ts';

/** Interfaces of devices: what they are connected with, what they belong to, their radio channel and VLAN. */
export const interfaceRules: ModelRules = {
  async validate(drafts, context) {
    const of = (relation: string, select: string) => relatedRows(drafts, context, { relation, select });
    const place = 't.device_id, (select d.virtual_chassis_id from dcim_device d where d.id = t.device_id), t.name';
    const [devices, parents, bridges, lags, vlans, cabled] = await Promise.all([
      of('device', 't.virtual_chassis_id, t.site_id'),
      of('parent', place),
      of('bridge', place),
      of('lag', place),
      of('untagged_vlan', 't.site_id'),
      cabledChannels(drafts, context),
    ]);
    refuse(drafts, (draft) => {
      const device = devices.get(draft.get('device')!)!;
      const elsewhere = (field: string, others: ReadonlyMap<string, Row>): Problem =>
        elsewhereProblem(draft, { field, device, other: others.get(draft.get(field) ?? '') });
      return (
        connectionProblem(draft, cabled) ??
        elsewhere('parent', parents) ??
        elsewhere('bridge', bridges) ??
        lagProblem(draft) ??
        elsewhere('lag', lags) ??
        radioProblem(draft) ??
        vlanProblem(draft, {
          site: device[1] ?? null,
          vlanSite: vlans.get(draft.get('untagged_vlan') ?? '')?.[0] ?? null,
        })
      );
    });
  },

  derive(drafts) {
    for (const draft of drafts) {
      const channel = draft.get('rf_channel');
      if (!channel) continue;
      const { frequency, width } = partsOf(channel);
      const derived = new Map<string, number>();
      if (!draft.number('rf_channel_frequency')) derived.set('rf_channel_frequency', frequency);
      if (!draft.number('rf_channel_width')) derived.set('rf_channel_width', width);
      for (const [name, value] of derived) draft.set(name, value.toFixed(3));
      draft.notes.set(derivedChannel, derived);
    }
  },
};

/** Interfaces that have a cable of their own and are to become channels. */
async function cabledChannels(drafts: readonly Draft[], context: WriteContext): Promise<ReadonlySet<string>> {
  const asking = drafts.filter((draft) => !draft.isNew && draft.get('channel_id') !== null);
  if (asking.length === 0) return new Set();
  const rows = await context.rows(
    'select distinct termination_id from dcim_cabletermination where termination_type_id = $1 and termination_id = any($2)',
    [context.contentTypes.id('dcim.interface')!, `{${asking.map(({ key }) => key).join(',')}}`],
  );
  return new Set(rows.map(([key]) => key!));
}

function connectionProblem(draft: Draft, cabled: ReadonlySet<string>): Problem {
  const virtual = isVirtual(draft.get('type')!);
  if (virtual && draft.get('cable') !== null) return ['type', 'Virtual interfaces cannot have a cable attached.'];
  if (virtual && draft.flag('mark_connected'))
    return ['mark_connected', 'Virtual interfaces cannot be marked as connected.'];
  return cabled.has(draft.key ?? '')
    ? [
        'channel_id',
        'A channel ID cannot be assigned to an interface with an existing cable connection. Remove the cable first.',
      ]
    : undefined;
}

/** Another interface is on the same device or on one of the same virtual chassis. */
function elsewhereProblem(
  draft: Draft,
  { field, device, other }: { field: string; device: Row; other: Row | undefined },
): Problem {
  if (!other || other[0] === draft.get('device')) return undefined;
  const [chassis] = device;
  if (!chassis) return [field, `The selected ${field} interface (${other[2]}) belongs to a different device.`];
  return other[1] === chassis
    ? undefined
    : [field, `The selected ${field} interface (${other[2]}) is not part of the virtual chassis.`];
}

function lagProblem(draft: Draft): Problem {
  const lag = draft.get('lag');
  if (lag === null) return undefined;
  if (draft.get('type') === 'virtual') return ['lag', 'Virtual interfaces cannot have a parent LAG interface.'];
  return lag === draft.key ? ['lag', 'A LAG interface cannot be its own parent.'] : undefined;
}

/** Frequency and width that a channel's name says: `5g-36-5180-20`. */
function partsOf(channel: string): { frequency: number; width: number } {
  const [, , frequency, width] = channel.split('-');
  return { frequency: Number(frequency), width: Number(width) };
}

function radioProblem(draft: Draft): Problem {
  const wireless = isWireless(draft.get('type')!);
  const channel = draft.get('rf_channel');
  if (channel && !wireless) return ['rf_channel', 'Channel may be set only on wireless interfaces.'];
  for (const part of ['frequency', 'width'] as const) {
    const field = `rf_channel_${part}`;
    const value = draft.number(field);
    if (!value) continue;
    if (!wireless) return [field, `Channel ${part} may be set only on wireless interfaces.`];
    if (channel && value !== partsOf(channel)[part])
      return [field, `Cannot specify custom ${part} with channel selected.`];
  }
  return undefined;
}

function vlanProblem(draft: Draft, { site, vlanSite }: { site: string | null; vlanSite: string | null }): Problem {
  if (draft.get('untagged_vlan') === null) return undefined;
  if (!draft.get('mode')) return ['untagged_vlan', 'Interface mode does not support an untagged vlan.'];
  return vlanSite === null || vlanSite === site
    ? undefined
    : [
        'untagged_vlan',
        "The untagged VLAN must belong to the same site as the interface's parent device, or it must be global.",
      ];
}
