import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { refuse } from './problem.ts';

/** Components stay on their device. */
export const componentRules: ModelRules = {
  validate: (drafts) =>
    refuse(drafts, (draft) =>
      !draft.isNew && draft.changed('device')
        ? ['device', 'Components cannot be moved to a different device.']
        : undefined,
    ),
};

/** Templates stay with their device type. */
export const templateRules: ModelRules = {
  validate: (drafts) =>
    refuse(drafts, (draft) =>
      !draft.isNew && draft.changed('device_type')
        ? ['device_type', 'Component templates cannot be moved to a different device type.']
        : undefined,
    ),
};

/** Templates belong to a device type or to a module type, never to both. */
export const modularTemplateRules: ModelRules = {
  validate: (drafts) =>
    refuse(drafts, (draft) => {
      const [device, module] = [draft.get('device_type'), draft.get('module_type')];
      if (device !== null && module !== null)
        return [wholeObject, 'A component template cannot be associated with both a device type and a module type.'];
      return device === null && module === null
        ? [wholeObject, 'A component template must be associated with either a device type or a module type.']
        : undefined;
    }),
};
