import type { Row } from '#operations/read/row.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { fits, typesOfBays, typesOfModuleTypes } from '../computed/bay-types.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { applyMove } from './apply-module-move.ts';
import { checkMove } from './check-module-move.ts';
import { checkModuleNames } from './check-module-names.ts';
import { modularKinds } from './component-kinds.ts';
import { makeComponents } from './make-components.ts';
import { planMove } from './module-move.ts';
import { moduleOwners } from './module-owners.ts';
import { type Problem, refuse } from './problem.ts';
import { readTemplates } from './read-templates.ts';

const isMoved = (draft: Draft): boolean => !draft.isNew && (draft.changed('device') || draft.changed('module_bay'));

/** Modules: in a bay of their device that takes them and is free; with the components of their type; moved as a whole. */
export const moduleRules: ModelRules = {
  async prepare(drafts, context) {
    for (const draft of drafts)
      for (const name of ['replicate_components', 'adopt_components']) readFlag(draft, name, context);
    const following = drafts.filter((draft) => !draft.isNew && draft.given('module_bay') && !draft.given('device'));
    const bays = await relatedRows(following, context, { relation: 'module_bay', select: 't.device_id' });
    for (const draft of following) draft.set('device', bays.get(draft.get('module_bay')!)?.[0] ?? draft.get('device'));
  },

  async validate(drafts, context) {
    const bays = await relatedRows(drafts, context, {
      relation: 'module_bay',
      select: 't.device_id, t.enabled, t.name, t.module_id',
    });
    const [ofBays, ofTypes] = await Promise.all([
      typesOfBays([...bays.keys()], context.reader()),
      typesOfModuleTypes([...new Set(drafts.map((draft) => draft.get('module_type')!))], context.reader()),
    ]);
    refuse(drafts, (draft) =>
      bayProblem(draft, {
        bay: bays.get(draft.get('module_bay')!)!,
        fitting: fits(ofBays.get(draft.get('module_bay')!), ofTypes.get(draft.get('module_type')!)),
      }),
    );
    for (const draft of drafts)
      if (!draft.errors.any && isMoved(draft)) await checkMove(draft, await planMove(draft, context), context);
  },

  async validateSound(drafts, context) {
    await checkModuleNames(
      drafts.filter(({ isNew }) => isNew),
      context,
    );
  },

  async saved(drafts, context) {
    const fresh = drafts.filter(({ isNew }) => isNew);
    const types = fresh.map((draft) => draft.get('module_type')!);
    const templates = await readTemplates(modularKinds, { context, owner: 'module_type', types });
    const owners = (await moduleOwners(fresh, context)).filter(({ makes, adopts }) => makes || adopts);
    if (templates.length > 0 && owners.length > 0)
      await makeComponents(owners, { context, templates, by: 'module_type' });
    for (const draft of drafts) if (isMoved(draft)) await applyMove(await planMove(draft, context), context);
  },
};

function readFlag(draft: Draft, name: string, context: WriteContext): void {
  if (!draft.given(name)) return;
  const field = context.registry.get('dcim.modulebay').fields.get('enabled')!;
  try {
    draft.notes.set(name, field.kind.parse(field, draft.input[name]) === 't');
  } catch (error) {
    draft.errors.add(name, (error as Error).message);
  }
}

function bayProblem(draft: Draft, { bay, fitting }: { bay: Row; fitting: boolean }): Problem {
  const [device, enabled, name] = bay;
  if (device !== draft.get('device'))
    return [wholeObject, 'Module must be installed within a module bay belonging to the assigned device.'];
  if (!fitting)
    return [
      wholeObject,
      `The module type is not compatible with module bay ${name}: their bay type sets have no common members.`,
    ];
  if (enabled !== 't' && draft.changed('module_bay'))
    return ['module_bay', 'Cannot install a module in a disabled module bay.'];
  return isMoved(draft) && draft.changed('module_type')
    ? [
        'module_type',
        "Changing a module's type while moving it is not supported. Change the module type and move the module as separate operations.",
      ]
    : undefined;
}
