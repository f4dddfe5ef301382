import type { Field } from '#fields/field.ts';
import type { Model } from './model.ts';

/** A relation seen from the model that it points at. */
export interface Incoming {
  readonly model: Model;
  readonly field: Field;
}

/** Generic relations that a feature gives to a model: the name, and the model whose generic relation points here. */
const byFeature = {
  bookmarks: ['bookmarks', 'extras.bookmark'],
  contacts: ['contacts', 'tenancy.contactassignment'],
  imageAttachments: ['images', 'extras.imageattachment'],
  journaling: ['journal_entries', 'extras.journalentry'],
  notifications: ['subscriptions', 'extras.subscription'],
  tags: ['tagged_items', 'extras.taggeditem'],
} as const;

/** The generic relation of a model: its type, id and object fields. */
export interface GenericFields {
  readonly type: Field;
  readonly id: Field;
}

/** Every model with everything that follows from all of them together. Interpreted once, frozen. */
export interface Registry {
  readonly models: readonly Model[];
  /** By `<app>.<model>`; throws where there is none, naming it. */
  get(name: string): Model;
  find(name: string): Model | undefined;
  /** By REST path: `dcim/sites`. */
  byRest(path: string): Model | undefined;
  /** Foreign keys, one-to-ones and many-to-manys that point at the model, by the name of the way back. */
  incoming(model: Model): ReadonlyMap<string, Incoming>;
  /** Models whose generic relation may point at this one, by the name of the way back. */
  generics(model: Model): ReadonlyMap<string, Model>;
  /** The models that can reach `target` by a generic way back: `interface` → dcim.interface. */
  genericSources(target: Model): readonly Model[];
  /** The type and id fields of the model's generic relation. */
  genericFields(model: Model): GenericFields;
}

/** The name of the field's column, or undefined where it stores none. */
export function columnOf(field: Field): string | undefined {
  if (field.kind.columnType(field) === undefined) return undefined;
  if (field.column) return field.column;
  return field.to && field.kind.name !== 'tags' ? `${field.name}_id` : field.name;
}

/** The name of the model's primary key column. */
export function keyColumn(model: Model): string {
  if (model.extends) return `${model.extends.split('.')[1]}_ptr_id`;
  if (model.key !== 'none') return 'id';
  for (const field of model.fields.values()) if (field.unique) return columnOf(field)!;
  throw new Error(`${model.name}: no field is the key`);
}

/** The table of pairs of a many-to-many field, with the columns of both sides. */
export function pairsOf(model: Model, field: Field): { table: string; own: string; other: string } {
  const table = field.through ?? `${model.table}_${field.source ?? field.name}`;
  const other = field.to!.split('.')[1]!;
  return other === model.model
    ? { table, own: `from_${model.model}_id`, other: `to_${other}_id` }
    : { table, own: `${model.model}_id`, other: `${other}_id` };
}

/** Joins the models into a registry. Throws where a relation points at nothing, naming `<app>.<model>.<field>`. */
export function createRegistry(models: readonly Model[]): Registry {
  const byName = new Map(models.map((model) => [model.name, model]));
  const byRest = new Map(models.flatMap((model) => (model.rest ? [[model.rest, model] as const] : [])));
  const incoming = new Map<string, Map<string, Incoming>>(models.map(({ name }) => [name, new Map()]));
  const generics = new Map<string, Map<string, Model>>(models.map(({ name }) => [name, new Map()]));
  const sources = new Map<string, Model[]>();
  const get = (name: string): Model => {
    const found = byName.get(name);
    if (!found) throw new Error(`no model is called ${name}`);
    return found;
  };
  for (const model of models) {
    const reach = (name: string, to: string) => {
      if (!byName.has(to)) throw new Error(`${model.name}.${name} points at ${to}, which no model is`);
      generics.get(model.name)!.set(name, get(to));
      sources.set(to, [...(sources.get(to) ?? []), model]);
    };
    for (const feature of model.features ?? []) {
      const pair = byFeature[feature as keyof typeof byFeature];
      if (pair) reach(pair[0], pair[1]);
    }
    for (const field of model.fields.values()) {
      if (!field.to) continue;
      if (!byName.has(field.to))
        throw new Error(`${model.name}.${field.name} points at ${field.to}, which no model is`);
      if (field.kind.name === 'genericReverse') reach(field.name, field.to);
      else if (field.relatedName && ['foreignKey', 'oneToOne', 'manyToMany'].includes(field.kind.name)) {
        const ways = incoming.get(field.to)!;
        ways.set(field.relatedName, { model, field });
        if (field.relatedName.endsWith('_set')) ways.set(field.relatedName.slice(0, -4), { model, field });
      }
    }
  }
  return Object.freeze({
    models,
    get,
    find: (name: string) => byName.get(name),
    byRest: (path: string) => byRest.get(path),
    incoming: (model: Model) => incoming.get(model.name)!,
    generics: (model: Model) => generics.get(model.name)!,
    genericSources: (target: Model) => sources.get(target.name) ?? [],
    genericFields(model: Model): GenericFields {
      for (const field of model.fields.values())
        if (field.kind.name === 'generic')
          return { type: model.fields.get(field.typeField!)!, id: model.fields.get(field.idField!)! };
      const type = model.fields.get('object_type');
      const id = model.fields.get('object_id');
      if (!type || !id) throw new Error(`${model.name} has no generic relation`);
      return { type, id };
    },
  });
}
