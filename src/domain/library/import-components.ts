import type { WriteContext } from '#operations/write/write-context.ts';
import { type ComponentList, componentLists } from './component-lists.ts';
import { createAccepted, type Wish } from './create-accepted.ts';
import { type Component, type Definition, ownField } from './definition.ts';

/** A definition and the type that it became. */
export interface StoredType {
  readonly definition: Definition;
  readonly key: string;
}

interface Wanted {
  readonly type: StoredType;
  readonly component: Component;
}

/** Keys of components by type, list and name. */
class Names {
  readonly #keys = new Map<string, string>();
  static #id = ({ definition, key }: StoredType, list: string, name: string) =>
    `${ownField(definition.file)} ${key} ${list} ${name}`;

  get = (type: StoredType, list: string, name: string): string | undefined =>
    this.#keys.get(Names.#id(type, list, name));
  set = (type: StoredType, list: string, name: string, key: string): void =>
    void this.#keys.set(Names.#id(type, list, name), key);
}

/** Makes the components that types lack, each kind in bulk. Returns how many were made for which type. */
export async function importComponents(
  types: readonly StoredType[],
  { context, skipped }: { context: WriteContext; skipped(definition: Definition, reason: string): void },
): Promise<ReadonlyMap<StoredType, number>> {
  const names = new Names();
  const counts = new Map<StoredType, number>();
  const objects = await namedObjects(types, context);
  for (const list of componentLists) {
    const listing = types.filter(({ definition }) => definition.components.has(list));
    if (listing.length === 0) continue;
    await readNames(list, { types: listing, names, context });
    let wanted = listing.flatMap((type) =>
      type.definition.components
        .get(list)!
        .filter(({ name }) => names.get(type, list.key, name) === undefined)
        .map((component) => ({ type, component })),
    );
    // What names another of the same list is made once that is there.
    while (wanted.length > 0) {
      const ready = wanted.filter((one) => missingOf(list, one, names).length === 0);
      if (ready.length === 0) break;
      await createAccepted(context, list.model, {
        wishes: ready.map((one) => wishOf(list, one, { names, objects })),
        made: ({ type, component }, key) => {
          names.set(type, list.key, component.name, key);
          counts.set(type, (counts.get(type) ?? 0) + 1);
        },
        refused: ({ type, component }, reason) =>
          skipped(type.definition, `"${list.key}": "${component.name}" is refused: ${reason}`),
      });
      wanted = wanted.filter((one) => !ready.includes(one));
    }
    for (const one of wanted)
      skipped(
        one.type.definition,
        `"${list.key}": "${one.component.name}" names what is not there: ${missingOf(list, one, names).join(', ')}`,
      );
  }
  return counts;
}

/** The components there are already. */
async function readNames(
  { key, model }: ComponentList,
  { types, names, context }: { types: readonly StoredType[]; names: Names; context: WriteContext },
): Promise<void> {
  const { table } = context.registry.get(model);
  for (const own of ['device_type', 'module_type'] as const) {
    const owners = new Map(types.flatMap((type) => (ownField(type.definition.file) === own ? [[type.key, type]] : [])));
    if (owners.size === 0) continue;
    const rows = await context.rows(`select ${own}_id, name, id from "${table}" where ${own}_id = any($1)`, [
      `{${[...owners.keys()].join(',')}}`,
    ]);
    for (const [owner, name, id] of rows) names.set(owners.get(owner!)!, key, name!, id!);
  }
}

function missingOf(list: ComponentList, { type, component }: Wanted, names: Names): string[] {
  const wanted = [
    ...Object.entries(component.relations).map(([field, name]) => [list.relations![field]!, name] as const),
    ...component.mappings.map(({ rearPort }) => ['rear-ports', rearPort] as const),
  ];
  return wanted
    .filter(([key, name]) => names.get(type, key, name) === undefined)
    .map(([key, name]) => `${name} of ${key}`);
}

function wishOf(
  list: ComponentList,
  of: Wanted,
  { names, objects }: { names: Names; objects: ReadonlyMap<string, string> },
): Wish<Wanted> {
  const { type, component } = of;
  const body: Record<string, unknown> = { ...component.fields, name: component.name };
  body[ownField(type.definition.file)] = Number(type.key);
  for (const [field, name] of Object.entries(component.relations))
    body[field] = Number(names.get(type, list.relations![field]!, name));
  for (const [field, name] of Object.entries(component.named)) {
    const key = objects.get(`${list.named![field]} ${name}`);
    body[field] = key === undefined ? { name } : Number(key);
  }
  if (component.mappings.length > 0) {
    body.rear_ports = component.mappings.map(({ position, rearPort, rearPosition }) => ({
      position,
      rear_port: Number(names.get(type, 'rear-ports', rearPort)),
      rear_port_position: rearPosition,
    }));
    body.positions ??= Math.max(...component.mappings.map(({ position }) => position));
  }
  return { of, body };
}

/** Objects of other models that components name, by model and name. */
async function namedObjects(types: readonly StoredType[], context: WriteContext): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const list of componentLists)
    for (const [field, model] of Object.entries(list.named ?? {})) {
      const wanted = types.flatMap(({ definition }) =>
        (definition.components.get(list) ?? []).flatMap(({ named }) => named[field] ?? []),
      );
      if (wanted.length === 0) continue;
      const rows = await context.rows(
        `select name, id from "${context.registry.get(model).table}" where name in (select json_array_elements_text($1))`,
        [JSON.stringify([...new Set(wanted)])],
      );
      for (const [name, id] of rows) found.set(`${model} ${name}`, id!);
    }
  return found;
}
