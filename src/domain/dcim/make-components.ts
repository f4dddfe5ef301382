import { accept } from '#operations/write/accept.ts';
import { Draft, type Text } from '#operations/write/draft.ts';
import { save } from '#operations/write/save.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { Model } from '#registry/model.ts';
import { adoptComponents } from './adopt-components.ts';
import { copiedColumns } from './component-kinds.ts';
import { joinInterfaces } from './join-interfaces.ts';
import { mapPorts } from './map-ports.ts';
import { resolvePlaceholders, type Surroundings } from './placeholders.ts';
import type { Template, Templates } from './read-templates.ts';

/** A device or module whose components are to be made as its type has them. */
export interface ComponentOwner extends Surroundings {
  readonly key: string;
  readonly type: string;
  readonly device: string;
  /** The module, and the bay that it is installed in; undefined for a device's own components. */
  readonly module?: string;
  readonly bay?: string;
  /** Whether components of the same name that are the device's own become the module's. */
  readonly adopts?: boolean;
  /** Whether components are made. */
  readonly makes?: boolean;
}

/** What became of each template for each owner: the component's key. */
export class MadeComponents {
  readonly #keys = new Map<string, string>();

  static #id = (owner: ComponentOwner, model: string, template: string): string => `${owner.key} ${model} ${template}`;

  set(owner: ComponentOwner, { model, template, key }: { model: string; template: string; key: string }): void {
    this.#keys.set(MadeComponents.#id(owner, model, template), key);
  }

  get(owner: ComponentOwner, model: string, template: Text): string | undefined {
    return template === null ? undefined : this.#keys.get(MadeComponents.#id(owner, model, template));
  }
}

/** Relations of templates to templates of another kind that is made before. */
const relations: Readonly<Record<string, readonly [column: string, model: string]>> = {
  poweroutlet: ['power_port_id', 'dcim.powerporttemplate'],
  coolingoutflow: ['cooling_intake_id', 'dcim.coolingintaketemplate'],
};

/**
 * Makes the components of devices or modules from their types' templates, all owners' together: some statements a kind,
 * however many there are.
 */
export async function makeComponents(
  owners: readonly ComponentOwner[],
  {
    context,
    templates,
    by,
  }: { context: WriteContext; templates: readonly Templates[]; by: 'device_type' | 'module_type' },
): Promise<void> {
  const made = new MadeComponents();
  for (const one of templates) {
    const adopted = await adoptComponents(owners, { context, templates: one, made });
    const asked = owners
      .filter(({ makes }) => makes !== false)
      .flatMap((owner) =>
        (one.byType.get(owner.type) ?? [])
          .filter((template) => !adopted.has(`${owner.key} ${template.get('id')}`))
          .map((template) => ({ owner, template })),
      );
    const base = await emptyDraft(context.registry.get(`dcim.${one.kind}`), context);
    // Whatever lies below another is made once that has a key.
    for (const level of levelsOf(asked)) {
      const drafts = level.map(({ owner, template }, position) =>
        componentDraft({ owner, template, position, base, templates: one, made, context }),
      );
      await save(context, base.model, drafts);
      for (const [index, { owner, template }] of level.entries())
        made.set(owner, { model: one.model.name, template: template.get('id')!, key: drafts[index]!.key! });
      if (one.kind === 'modulebay')
        await setBayTypes(
          level.map(({ template }) => template),
          drafts,
          context,
        );
    }
  }
  await mapPorts(owners, { context, made, by });
  const interfaces = templates.find(({ kind }) => kind === 'interface');
  if (interfaces) await joinInterfaces(owners, { context, made, templates: interfaces });
}

interface Asked {
  readonly owner: ComponentOwner;
  readonly template: Template;
}

/** By depth in the tree of templates; all at once where there is none. */
function levelsOf(asked: readonly Asked[]): readonly (readonly Asked[])[] {
  const levels: Asked[][] = [];
  for (const one of asked) {
    const depth = (one.template.get('path') ?? '').split('.').length - 1;
    for (let index = levels.length; index <= depth; index++) levels.push([]);
    levels[depth]!.push(one);
  }
  return levels.filter(({ length }) => length > 0);
}

/** A new component about which nothing is said: defaults, those of custom fields among them. */
async function emptyDraft(model: Model, context: WriteContext): Promise<Draft> {
  const draft = new Draft({ model, position: 0, input: {} });
  accept(draft, context, { partial: true });
  const defaults = (await context.reader().customFields(model.name)).flatMap(({ name, default: value, status }) =>
    status === 'active' && value !== null && value !== undefined ? [[name, value] as const] : [],
  );
  if (defaults.length > 0) draft.columns.set('custom_field_data', JSON.stringify(Object.fromEntries(defaults)));
  return draft;
}

function componentDraft({
  owner,
  template,
  position,
  base,
  templates,
  made,
  context,
}: Asked & {
  position: number;
  base: Draft;
  templates: Templates;
  made: MadeComponents;
  context: WriteContext;
}): Draft {
  const { model } = base;
  const draft = new Draft({ model, position, input: {} });
  for (const [column, value] of base.columns) draft.columns.set(column, value);
  for (const column of copiedColumns(templates.model, model)) draft.columns.set(column, template.get(column) ?? null);
  draft.set('device', owner.device);
  for (const name of ['name', 'label', 'position'])
    if (template.has(name)) draft.set(name, resolvePlaceholders(template.get(name) ?? '', owner));
  if (model.fields.has('module')) draft.set('module', owner.module ?? null);
  const [column, from] = relations[templates.kind] ?? [];
  if (column) draft.columns.set(column, made.get(owner, from!, template.get(column) ?? null) ?? null);
  if (templates.kind === 'inventoryitem') placeItem(draft, { owner, template, made, context });
  return draft;
}

/** An inventory item lies below the item of the template above, and is of the component of its template's. */
function placeItem(
  draft: Draft,
  { owner, template, made, context }: Asked & { made: MadeComponents; context: WriteContext },
): void {
  draft.set('parent', made.get(owner, 'dcim.inventoryitemtemplate', template.get('parent_id') ?? null) ?? null);
  const type = template.get('component_type_id');
  const model = type ? context.contentTypes.name(type) : undefined;
  const component = model ? made.get(owner, model, template.get('component_id') ?? null) : undefined;
  const componentType = context.contentTypes.id(model?.replace(/template$/, '') ?? '');
  draft.set('component_type', component === undefined ? null : (componentType ?? null));
  draft.set('component_id', component ?? null);
}

/** Bays take the types of modules that their templates take. */
async function setBayTypes(
  templates: readonly Template[],
  drafts: readonly Draft[],
  context: WriteContext,
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = await context.rows(
    `insert into dcim_modulebay_module_bay_types (modulebay_id, modulebaytype_id)
     select v.bay, p.modulebaytype_id from unnest($1::bigint[], $2::bigint[]) v(template, bay)
     join dcim_modulebaytemplate_module_bay_types p on p.modulebaytemplate_id = v.template returning modulebay_id`,
    [`{${templates.map((template) => template.get('id')).join(',')}}`, `{${drafts.map(({ key }) => key).join(',')}}`],
  );
  // NetBox logs it as a change besides the creation where the bay is a module's.
  const typed = new Set(rows.map(([bay]) => bay));
  const twice = drafts.filter((draft) => typed.has(draft.key!) && draft.get('module') !== null);
  if (twice.length === 0) return;
  const keys = twice.map(({ key }) => key!);
  await context.changes.close(twice[0]!.model, keys, context);
  for (const draft of twice) context.changes.noteUpdate(draft);
  await context.changes.close(twice[0]!.model, keys, context);
}
