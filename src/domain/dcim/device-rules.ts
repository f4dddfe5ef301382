import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { checkPlacement } from './device-placement.ts';
import { type DeviceTypes, deviceTypes, typeOf } from './device-types.ts';
import { moveChildren } from './move-children.ts';
import { ownAddresses } from './own-addresses.ts';
import { type Problem, refuse } from './problem.ts';

const clean = (drafts: readonly Draft[]): Draft[] => drafts.filter(({ errors }) => !errors.any);

/** Devices: their place, addresses, platform, cluster and virtual chassis; what they have from their type and rack. */
export const deviceRules: ModelRules = {
  async validate(drafts, context) {
    const types = await deviceTypes(drafts, context);
    await checkPlacement(drafts, { context, types });
    await ownAddresses(clean(drafts), { context, of: 'device' });
    await checkBelonging(clean(drafts), { context, types });
  },

  async derive(drafts, context) {
    const [types, racks] = await Promise.all([
      deviceTypes(drafts, context),
      relatedRows(drafts, context, { relation: 'rack', select: 't.location_id' }),
    ]);
    for (const draft of drafts) {
      if (draft.isNew)
        for (const [name, value] of Object.entries(typeOf(draft, types).defaults))
          if (!draft.get(name)) draft.set(name, value);
      const location = racks.get(draft.get('rack') ?? '')?.[0];
      if (location) draft.set('location', location);
    }
  },

  saved: (drafts, context) =>
    moveChildren(
      drafts.flatMap((draft) => (draft.isNew ? [] : [draft.key!])),
      context,
    ),
};

async function checkBelonging(
  drafts: readonly Draft[],
  { context, types }: { context: WriteContext; types: DeviceTypes },
): Promise<void> {
  const stored = drafts.filter(({ isNew }) => !isNew);
  const [platforms, clusters, masters] = await Promise.all([
    relatedRows(drafts, context, { relation: 'platform', select: 't.manufacturer_id' }),
    relatedRows(drafts, context, { relation: 'cluster', select: 't._site_id, t._location_id' }),
    stored.length === 0
      ? []
      : context.rows('select master_id, id, name from dcim_virtualchassis where master_id = any($1)', [
          `{${stored.map(({ key }) => key).join(',')}}`,
        ]),
  ]);
  const led = new Map(masters.map(([device, ...chassis]) => [device!, chassis]));
  refuse(drafts, (draft): Problem => {
    const maker = platforms.get(draft.get('platform') ?? '')?.[0] ?? null;
    if (maker !== null && maker !== typeOf(draft, types).manufacturer)
      return ['platform', "The assigned platform is limited to another manufacturer's device types."];
    const [site = null, location = null] = clusters.get(draft.get('cluster') ?? '') ?? [];
    if (site !== null && site !== draft.get('site'))
      return ['cluster', 'The assigned cluster belongs to a different site.'];
    if (location !== null && location !== draft.get('location'))
      return ['cluster', 'The assigned cluster belongs to a different location.'];
    if (draft.get('virtual_chassis') !== null && draft.get('vc_position') === null)
      return ['vc_position', 'A device assigned to a virtual chassis must have its position defined.'];
    const [chassis, name] = led.get(draft.key ?? '') ?? [];
    return chassis && chassis !== draft.get('virtual_chassis')
      ? [
          'virtual_chassis',
          `Device cannot be removed from virtual chassis ${name} because it is currently designated as its master.`,
        ]
      : undefined;
  });
}
