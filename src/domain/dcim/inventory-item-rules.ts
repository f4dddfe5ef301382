import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { type Problem, refuse } from './problem.ts';

/** Inventory items: on their parent's device and their component's. */
export const inventoryItemRules: ModelRules = {
  async validate(drafts, context) {
    const [parents, children, components] = await Promise.all([
      relatedRows(drafts, context, { relation: 'parent', select: 't.device_id' }),
      devicesOfChildren(drafts, context),
      devicesOfComponents(drafts, context),
    ]);
    refuse(drafts, (draft): Problem => {
      const device = draft.get('device');
      const component = components.get(componentOf(draft) ?? '');
      if (draft.isNew)
        return component !== undefined && component !== device
          ? ['device', 'Cannot assign inventory item to component on another device']
          : undefined;
      const parent = parents.get(draft.get('parent') ?? '');
      if (parent && parent[0] !== device)
        return ['parent', 'Parent inventory item does not belong to the same device.'];
      const child = children.get(draft.key!);
      if (child !== undefined && child !== device)
        return [wholeObject, 'Cannot move an inventory item with dependent children'];
      if (component !== undefined && component !== device) {
        draft.set('component_type', null);
        draft.set('component_id', null);
      }
      return undefined;
    });
  },
};

function componentOf(draft: Draft): string | undefined {
  const [type, id] = [draft.get('component_type'), draft.get('component_id')];
  return type !== null && id !== null ? `${type} ${id}` : undefined;
}

async function devicesOfChildren(drafts: readonly Draft[], context: WriteContext): Promise<Map<string, string>> {
  const moved = drafts.filter((draft) => !draft.isNew && draft.changed('device'));
  if (moved.length === 0) return new Map();
  const rows = await context.rows(
    'select distinct on (parent_id) parent_id, device_id from dcim_inventoryitem where parent_id = any($1) order by parent_id, name, id',
    [`{${moved.map(({ key }) => key).join(',')}}`],
  );
  return new Map(rows as [string, string][]);
}

/** Devices of the components that drafts name, by type and id: one statement a kind of component. */
async function devicesOfComponents(drafts: readonly Draft[], context: WriteContext): Promise<Map<string, string>> {
  const byType = new Map<string, Set<string>>();
  for (const draft of drafts) {
    const [type, id] = [draft.get('component_type'), draft.get('component_id')];
    if (type !== null && id !== null) byType.set(type, (byType.get(type) ?? new Set()).add(id));
  }
  const found = new Map<string, string>();
  for (const [type, ids] of byType) {
    const name = context.contentTypes.name(type);
    const model = name === undefined ? undefined : context.registry.get(name);
    if (!model?.fields.has('device')) continue;
    const rows = await context.rows(`select id, device_id from "${model.table}" where id = any($1)`, [
      `{${[...ids].join(',')}}`,
    ]);
    for (const [id, device] of rows) found.set(`${type} ${id}`, device!);
  }
  return found;
}
