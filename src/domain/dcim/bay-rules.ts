import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { storedKeys } from '../rules/draft-rows.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { type Problem, refuse } from './problem.ts';

/** Device bays: of devices that take others, each with one device that is nowhere else. */
export const deviceBayRules: ModelRules = {
  async validate(drafts, context) {
    const installed = drafts.flatMap((draft) => draft.get('installed_device') ?? []);
    const [owners, elsewhere] = await Promise.all([
      relatedRows(drafts, context, {
        relation: 'device',
        select: '(select y.subdevice_role from dcim_devicetype y where y.id = t.device_type_id)',
      }),
      installed.length === 0
        ? []
        : context.rows(
            'select installed_device_id, name from dcim_devicebay where installed_device_id = any($1) and not (id = any($2))',
            [`{${installed.join(',')}}`, storedKeys(drafts)],
          ),
    ]);
    const places = new Map(elsewhere.map(([device, bay]) => [device!, bay!]));
    refuse(drafts, (draft): Problem => {
      if (owners.get(draft.get('device')!)?.[0] !== 'parent')
        return [wholeObject, 'This type of device does not support device bays.'];
      const device = draft.get('installed_device');
      if (device === null) return undefined;
      if (!draft.flag('enabled') && draft.changed('installed_device'))
        return ['installed_device', 'Cannot install a device in a disabled device bay.'];
      if (device === draft.get('device')) return [wholeObject, 'Cannot install a device into itself.'];
      const place = places.get(device);
      places.set(device, draft.get('name')!);
      return place === undefined
        ? undefined
        : ['installed_device', `Cannot install the specified device; device is already installed in ${place}.`];
    });
  },
};

/** Templates of device bays are of device types that take devices. */
export const deviceBayTemplateRules: ModelRules = {
  async validate(drafts, context) {
    const types = await relatedRows(drafts, context, { relation: 'device_type', select: 't.subdevice_role, t.model' });
    refuse(drafts, (draft) => {
      const type = types.get(draft.get('device_type')!);
      return type && type[0] !== 'parent'
        ? [wholeObject, `Subdevice role of device type (${type[1]}) must be set to "parent" to allow device bays.`]
        : undefined;
    });
  },
};

/** Module bays: of a module, they lie below the bay that it is installed in, never inside of themselves. */
export const moduleBayRules: ModelRules = {
  async validate(drafts, context) {
    const stored = drafts.filter((draft) => !draft.isNew && draft.get('module') !== null);
    if (stored.length === 0) return;
    const rows = await context.rows(
      `with recursive up as (
         select v.bay, m.module_bay_id as at from unnest($1::bigint[], $2::bigint[]) v(bay, module)
           join dcim_module m on m.id = v.module
         union select u.bay, m.module_bay_id from up u join dcim_modulebay b on b.id = u.at
           join dcim_module m on m.id = b.module_id where u.at <> u.bay
       ) select distinct bay from up where at = bay`,
      [`{${stored.map(({ key }) => key).join(',')}}`, `{${stored.map((draft) => draft.get('module')).join(',')}}`],
    );
    const looping = new Set(rows.map(([bay]) => bay));
    refuse(stored, (draft) =>
      looping.has(draft.key!)
        ? [wholeObject, 'A module bay cannot belong to a module installed within it.']
        : undefined,
    );
  },

  async derive(drafts, context) {
    const modules = await relatedRows(drafts, context, { relation: 'module', select: 't.module_bay_id' });
    for (const draft of drafts) draft.set('parent', modules.get(draft.get('module') ?? '')?.[0] ?? null);
  },
};
