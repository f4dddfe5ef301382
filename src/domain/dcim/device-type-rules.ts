import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { refuse } from './problem.ts';
import { RackSpace, spanOf } from './rack-space.ts';

/** Device types: heights that all devices of the type have room for; roles that fit their bays. */
export const deviceTypeRules: ModelRules = {
  async validate(drafts, context) {
    refuse(drafts, (draft) =>
      (draft.number('u_height')! * 2) % 1 === 0
        ? undefined
        : ['u_height', 'U height must be in increments of 0.5 rack units.'],
    );
    const stored = drafts.filter(({ errors, isNew }) => !errors.any && !isNew);
    await checkRoom(stored, context);
    await checkBays(
      stored.filter(({ errors }) => !errors.any),
      context,
    );
    refuse(
      drafts.filter(({ errors }) => !errors.any),
      (draft) =>
        draft.number('u_height') && draft.get('subdevice_role') === 'child'
          ? ['u_height', 'Child device types must be 0U.']
          : undefined,
    );
  },
};

/** A type can only grow where every device of it has the space above it, and only vanish from racks it is not in. */
async function checkRoom(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const changed = drafts.filter((draft) => draft.number('u_height') !== Number(draft.was('u_height')));
  if (changed.length === 0) return;
  const rows = await context.rows(
    'select device_type_id, id, rack_id, position, face from dcim_device where device_type_id = any($1) and position is not null and rack_id is not null',
    [`{${changed.map(({ key }) => key).join(',')}}`],
  );
  if (rows.length === 0) return;
  const space = await RackSpace.read([...new Set(rows.map(([, , rack]) => rack!))], context);
  refuse(changed, (draft) => {
    const devices = rows.filter(([type]) => type === draft.key);
    const height = draft.get('u_height');
    if (Number(height) === 0)
      return devices.length > 0
        ? ['u_height', `Unable to set 0U height: Found ${devices.length} instances already mounted within racks.`]
        : undefined;
    if (Number(height) < Number(draft.was('u_height'))) return undefined;
    const full = devices.some(([, key, rack, position, face]) => {
      const span = spanOf({
        position: position ?? null,
        face: face ?? null,
        height,
        isFullDepth: draft.flag('is_full_depth'),
      });
      return span && !space.isFree(rack!, span, key!);
    });
    return full
      ? [
          'u_height',
          `Some devices do not have sufficient space in their racks to accommodate a height of ${Number(height)}U`,
        ]
      : undefined;
  });
}

async function checkBays(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const asking = drafts.filter((draft) => draft.get('subdevice_role') !== 'parent');
  if (asking.length === 0) return;
  const rows = await context.rows(
    'select distinct device_type_id from dcim_devicebaytemplate where device_type_id = any($1)',
    [`{${asking.map(({ key }) => key).join(',')}}`],
  );
  const having = new Set(rows.map(([type]) => type));
  refuse(asking, (draft) =>
    having.has(draft.key!)
      ? [
          'subdevice_role',
          'Must delete all device bay templates associated with this device before declassifying it as a parent device.',
        ]
      : undefined,
  );
}
