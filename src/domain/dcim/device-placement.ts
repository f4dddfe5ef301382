import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { type DeviceTypes, typeOf } from './device-types.ts';
import { type Problem, refuse } from './problem.ts';
import { RackSpace, spanOf } from './rack-space.ts';

/** Where a device can be: site, location and rack belong together; its place in the rack exists and is free. */
export async function checkPlacement(
  drafts: readonly Draft[],
  { context, types }: { context: WriteContext; types: DeviceTypes },
): Promise<void> {
  const [racks, locations, space] = await Promise.all([
    relatedRows(drafts, context, { relation: 'rack', select: 't.site_id, t.location_id' }),
    relatedRows(drafts, context, { relation: 'location', select: 't.site_id' }),
    RackSpace.of(drafts, context),
  ]);
  refuse(drafts, (draft): Problem => {
    const [site, location, rack] = [draft.get('site'), draft.get('location'), draft.get('rack')];
    const [rackSite, rackLocation] = racks.get(rack ?? '') ?? [];
    if (rack !== null && rackSite !== site) return ['rack', 'The rack does not belong to the site.'];
    if (location !== null && locations.get(location)?.[0] !== site)
      return ['location', 'The location does not belong to the site.'];
    if (rack !== null && location !== null && rackLocation !== location)
      return ['rack', 'The rack does not belong to the location.'];
    return mountingProblem(draft, { types, space });
  });
}

/** Errors of face and position; follows what earlier devices of the request take. */
function mountingProblem(draft: Draft, { types, space }: { types: DeviceTypes; space: RackSpace }): Problem {
  const rack = draft.get('rack');
  const [position, face] = [draft.get('position'), draft.get('face')];
  const type = typeOf(draft, types);
  if (rack === null) {
    if (face) return ['face', 'Cannot select a rack face without assigning a rack.'];
    if (position !== null) return ['position', 'Cannot select a rack position without assigning a rack.'];
  }
  if (position !== null && (Number(position) * 2) % 1 !== 0)
    return ['position', 'Position must be in increments of 0.5 rack units.'];
  if (position !== null && !face) return ['face', 'Must specify rack face when defining rack position.'];
  if (position !== null && Number(type.height) === 0)
    return ['position', `A 0U device type (${type.model}) cannot be assigned to a rack position.`];
  const key = draft.key ?? `new ${draft.position}`;
  if (rack === null) {
    space.remove(key);
    return undefined;
  }
  if (type.role === 'child' && face)
    return ['face', 'Child device types cannot be assigned to a rack face. This is an attribute of the parent device.'];
  const span = spanOf({ position, face, height: type.height, isFullDepth: type.isFullDepth });
  if (span && !space.isFree(rack, span, key))
    return [
      'position',
      `U${Number(position)} is already occupied or does not have sufficient space to accommodate this device type: ${type.model} (${Number(type.height)}U)`,
    ];
  space.remove(key);
  if (span) space.put(rack, key, span);
  return undefined;
}
