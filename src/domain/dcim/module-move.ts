import type { Draft } from '#operations/write/draft.ts';
import { storedColumns } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { bayPositions } from './bay-positions.ts';
import { type ComponentKind, modularKinds } from './component-kinds.ts';
import { inheritPositions, PlaceholderMismatch, resolvePlaceholders, type Surroundings } from './placeholders.ts';
import { readTemplates, type Template, type Templates } from './read-templates.ts';

/** A component of a moved module, and how it will be called. */
export interface MovedComponent {
  readonly kind: ComponentKind;
  readonly before: ReadonlyMap<string, string | null>;
  readonly key: string;
  readonly module: string;
  /** How deep its module is below the moved one, from 0. */
  readonly level: number;
  name: string;
  label: string;
  position: string | null;
}

/** What moves with a module. */
export interface ModuleMove {
  readonly device: { readonly from: string; readonly to: string };
  readonly crossesDevices: boolean;
  /** Modules below it. */
  readonly modules: readonly string[];
  readonly components: readonly MovedComponent[];
  /** Texts that cannot be made where the module goes. */
  readonly failures: readonly string[];
}

interface MovedModule {
  readonly key: string;
  readonly type: string;
  readonly bay: string;
  readonly level: number;
}

/**
 * Plans the move of a module to another bay or device: all that is in it and below, with the names that its templates
 * give there to what is called now as they give it here.
 */
export async function planMove(draft: Draft, context: WriteContext): Promise<ModuleMove> {
  const device = { from: draft.was('device')!, to: draft.get('device')! };
  const modules = await modulesBelow(draft, context);
  const [templates, components, chains, chassis] = await Promise.all([
    readTemplates(modularKinds, { context, owner: 'module_type', types: modules.map(({ type }) => type) }),
    componentsOf(modules, context),
    bayPositions([draft.was('module_bay')!, draft.get('module_bay')!], context),
    chassisPositions([device.from, device.to], context),
  ]);
  const move: ModuleMove & { failures: string[] } = {
    device,
    crossesDevices: device.from !== device.to,
    modules: modules.slice(1).map(({ key }) => key),
    components,
    failures: [],
  };
  // Stored positions down to each module's bay, here and there.
  const here = new Map([[draft.key!, chains.get(draft.was('module_bay')!) ?? []]]);
  const there = new Map([[draft.key!, chains.get(draft.get('module_bay')!) ?? []]]);
  for (const { key, type } of modules) {
    const surroundings = {
      old: { positions: inheritPositions(here.get(key)!), chassisPosition: chassis.get(device.from) },
      new: { positions: inheritPositions(there.get(key)!), chassisPosition: chassis.get(device.to) },
    };
    for (const component of components) {
      if (component.module !== key) continue;
      const template = templateOf(component, { type, templates, old: surroundings.old });
      if (template) rename(component, { template, ...surroundings, failures: move.failures });
      const child = component.kind === 'modulebay' && modules.find(({ bay }) => bay === component.key);
      if (!child) continue;
      here.set(child.key, [...here.get(key)!, component.before.get('position') ?? '']);
      there.set(child.key, [...there.get(key)!, component.position ?? '']);
    }
  }
  return move;
}

/** The module and those installed in its bays, parents first. */
async function modulesBelow(draft: Draft, context: WriteContext): Promise<readonly MovedModule[]> {
  const rows = await context.rows(
    `with recursive below as (
       select m.id, m.module_type_id, m.module_bay_id, 0 as level, array[m.id] as seen from dcim_module m where m.id = $1
       union all
       select m.id, m.module_type_id, m.module_bay_id, w.level + 1, w.seen || m.id from below w
         join dcim_modulebay b on b.module_id = w.id join dcim_module m on m.module_bay_id = b.id
         where not m.id = any(w.seen)
     ) select id, module_type_id, module_bay_id, level from below order by level, id`,
    [draft.key!],
  );
  return rows.map(([key, type, bay, level]) => ({ key: key!, type: type!, bay: bay!, level: Number(level) }));
}

async function componentsOf(modules: readonly MovedModule[], context: WriteContext): Promise<MovedComponent[]> {
  const levels = new Map(modules.map(({ key, level }) => [key, level]));
  const found = await Promise.all(
    modularKinds.map(async (kind) => {
      const model = context.registry.get(`dcim.${kind}`);
      const columns = storedColumns(model);
      const rows = await context.rows(
        `select ${columns.map(({ name }) => `t."${name}"`).join(', ')} from ${model.table} t where t.module_id = any($1) order by t.id for update`,
        [`{${modules.map(({ key }) => key).join(',')}}`],
      );
      return rows.map((row): MovedComponent => {
        const before = new Map(columns.map(({ name }, index) => [name, row[index] ?? null]));
        const module = before.get('module_id')!;
        return {
          kind,
          before,
          key: before.get('id')!,
          module,
          level: levels.get(module)!,
          name: before.get('name')!,
          label: before.get('label')!,
          position: before.get('position') ?? null,
        };
      });
    }),
  );
  return found.flat();
}

async function chassisPositions(
  devices: readonly string[],
  context: WriteContext,
): Promise<ReadonlyMap<string, string | undefined>> {
  const rows = await context.rows(
    'select id, vc_position from dcim_device where id = any($1) and virtual_chassis_id is not null',
    [`{${devices.join(',')}}`],
  );
  return new Map(rows.map(([key, position]) => [key!, position ?? undefined]));
}

const resolved = (text: string, surroundings: Surroundings): string | undefined => {
  try {
    return resolvePlaceholders(text, surroundings);
  } catch (error) {
    if (error instanceof PlaceholderMismatch) return undefined;
    throw error;
  }
};

/** The template that a component is called after: the only one that gives it its name. */
function templateOf(
  component: MovedComponent,
  { type, templates, old }: { type: string; templates: readonly Templates[]; old: Surroundings },
): Template | undefined {
  const own = templates.find(({ kind }) => kind === component.kind)?.byType.get(type) ?? [];
  const matching = own.filter((template) => resolved(template.get('name')!, old) === component.name);
  return matching.length === 1 ? matching[0] : undefined;
}

function rename(
  component: MovedComponent,
  {
    template,
    old,
    new: next,
    failures,
  }: { template: Template; old: Surroundings; new: Surroundings; failures: string[] },
): void {
  const texts = component as unknown as Record<string, string | null>;
  for (const field of ['name', 'label', ...(component.kind === 'modulebay' ? ['position'] : [])]) {
    const text = template.get(field) ?? '';
    if (field !== 'name' && resolved(text, old) !== texts[field]) continue;
    const value = resolved(text, next);
    if (value !== undefined) texts[field] = value;
    else {
      failures.push(`${component.before.get('name')}: ${field}`);
      if (field === 'name') return;
    }
  }
}
