import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { refuse } from './problem.ts';

const owner = (type: string | null, id: string | null): string => `${type} ${id}`;

/** MAC addresses stay with the interface whose primary one they are. */
export const macAddressRules: ModelRules = {
  async validate(drafts, context) {
    const moved = drafts.filter(
      (draft) =>
        !draft.isNew &&
        draft.was('assigned_object_type') !== null &&
        draft.was('assigned_object_id') !== null &&
        (draft.changed('assigned_object_type') || draft.changed('assigned_object_id')),
    );
    if (moved.length === 0) return;
    const rows = await context.rows(
      `select primary_mac_address_id, $2::bigint, id from dcim_interface where primary_mac_address_id = any($1)
       union all select primary_mac_address_id, $3::bigint, id from virtualization_vminterface where primary_mac_address_id = any($1)`,
      [
        `{${moved.map(({ key }) => key).join(',')}}`,
        context.contentTypes.id('dcim.interface')!,
        context.contentTypes.id('virtualization.vminterface')!,
      ],
    );
    const primary = new Set(rows.map(([mac, type, id]) => `${mac} ${owner(type!, id!)}`));
    const before = (draft: Draft) => owner(draft.was('assigned_object_type'), draft.was('assigned_object_id'));
    refuse(moved, (draft) =>
      primary.has(`${draft.key} ${before(draft)}`)
        ? [
            wholeObject,
            `Cannot ${draft.get('assigned_object_id') === null ? 'unassign' : 'reassign'} MAC Address while it is designated as the primary MAC for an object`,
          ]
        : undefined,
    );
  },
};
