import type { Field } from '#fields/field.ts';
import { fieldNamed, reverseStep } from '#query/path.ts';
import type { Step } from '#query/step.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf, pairsOf } from '#registry/registry.ts';
import { restFields, writeOnly } from '#registry/rest-facts.ts';
import { fullTokens, shapeTokens } from '#registry/shape-tokens.ts';
import type { ReadContext } from './context.ts';
import { type CustomFieldDefinition, readCustomFields } from './custom-field-definitions.ts';
import type { FarPath } from './far-path.ts';
import type { Part } from './part.ts';
import { relatedCountPart, treeCountPart, zeroPart } from './parts/count.ts';
import { customFieldsPart } from './parts/custom-fields.ts';
import { displayPart, quotedPart } from './parts/display.ts';
import { farPart } from './parts/far.ts';
import { contentTypePart, genericPart } from './parts/generic.ts';
import { displayUrlPart, keyPart, urlPart } from './parts/identity.ts';
import { imagePart } from './parts/image.ts';
import { contentTypesPart, firstPart, manyPart } from './parts/many.ts';
import { relationPart } from './parts/relation.ts';
import { plainChoicePart, valuePart } from './parts/value.ts';
import { objectShape, type Shape, valueShape } from './shape.ts';

/** A computed field's part; `name` is the property under which it is served. */
export type Computed = (where: { name: string; model: Model; field: Field; shapes: Shapes }) => Part;
/** A line about an object that no template says; its part gives plain text. */
export type DisplayBehaviour = (where: { model: Model; shapes: Shapes }) => Part;

/** What src/domain/ brings to reading, by the names that models use. */
export interface ReadBehaviours {
  readonly computed: Readonly<Record<string, Computed>>;
  readonly display: Readonly<Record<string, DisplayBehaviour>>;
  /** The base choice sets (IATA, …) by name. */
  readonly baseChoices?: Readonly<Record<string, BaseChoices>>;
}

/** What a base choice set offers. */
export interface BaseChoices {
  /** Every choice that is known, as value and label, by value. */
  all(): readonly (readonly [value: string, label: string])[];
  /** Labels by value, of more than those that are known where a set is open. */
  labels(): Pick<ReadonlyMap<string, string>, 'get' | 'has'>;
}

type Maker = (where: { name: string; model: Model; field: Field; plain: boolean; nested: boolean }) => Part | undefined;

/** How many of the shapes are kept that clients put together of single properties. */
const mostChosen = 500;

/** Compiles models to shapes, each once. */
export class Shapes {
  readonly registry: Registry;
  readonly behaviours: ReadBehaviours;
  readonly #made = new Map<string, Shape>();
  /** Those that clients put together; the oldest goes where there are too many. */
  readonly #chosen = new Map<string, Shape>();
  readonly #makers: Readonly<Record<string, Maker>>;

  /** Throws where a model names a behaviour that does not exist, naming the field. */
  constructor(registry: Registry, behaviours: ReadBehaviours) {
    this.registry = registry;
    this.behaviours = behaviours;
    const relation: Maker = ({ name, field }) =>
      relationPart(name, columnOf(field)!, () => this.of(registry.get(field.to!), field.shape ?? 'brief'));
    const many: Maker = ({ name, model, field }) =>
      manyPart({
        name,
        model,
        step: () => this.stepOf(model, field),
        shape: () => this.of(registry.get(field.to!), field.shape ?? 'brief'),
      });
    this.#makers = {
      foreignKey: relation,
      oneToOne: relation,
      manyToMany: (where) =>
        where.field.to === 'contenttypes.contenttype' || where.field.to === 'core.objecttype'
          ? contentTypesPart(where.name, where.model, pairsOf(where.model, where.field))
          : many(where),
      reverse: many,
      genericReverse: many,
      tags: many,
      reverseOne: ({ name, model, field }) =>
        firstPart({
          name,
          model,
          step: () => this.stepOf(model, field),
          shape: () => this.of(registry.get(field.to!), field.shape ?? 'brief'),
        }),
      image: ({ name, field }) => imagePart(name, columnOf(field)!),
      contentType: ({ name, field }) => contentTypePart(name, columnOf(field)!),
      generic: ({ name, model, field }) =>
        genericPart(name, {
          type: columnOf(model.fields.get(field.typeField!)!)!,
          id: columnOf(model.fields.get(field.idField!)!)!,
        }),
      customFields: ({ name, model, field }) => customFieldsPart(name, columnOf(field)!, model),
      relatedCount: ({ name, model, field, nested }) =>
        nested ? undefined : relatedCountPart(name, model, () => this.stepOf(model, field)),
      treeCount: ({ name, model, field, nested }) =>
        nested ? zeroPart(name, model) : treeCountPart(name, model, () => this.stepOf(model, field)),
      choice: ({ name, field, plain }) =>
        plain || field.plain
          ? plainChoicePart(name, columnOf(field)!, field)
          : valuePart(name, columnOf(field)!, field.kind.render(field)),
      computed: ({ name, model, field, plain }) =>
        behaviours.computed[plain ? `${field.by}Plain` : field.by!]!({ name, model, field, shapes: this }),
    };
    for (const model of registry.models)
      for (const field of restFields(model))
        if (field.by && !writeOnly(field) && !behaviours.computed[field.by])
          throw new Error(`${model.name}.${field.name} is computed by ${field.by}, which src/domain/computed/ lacks`);
  }

  /** The shape of a model by name: `full`, `whole` (with what only the interface shows), `brief`, `display` (plain text), `listBrief` or one of the model's own. */
  of(model: Model, name: string): Shape {
    return this.#once(`${model.name} ${name}`, () => {
      if (name === 'display') return valueShape(model, this.display(model));
      if (name === 'repr')
        return valueShape(model, this.display(model.repr ? { ...model, display: model.repr } : model));
      if (name === 'key') return valueShape(model, keyPart(model));
      if (name === 'slug') return valueShape(model, this.part(model, 'slug')!);
      if (name === 'full') return objectShape(model, this.parts(model, this.fullTokens(model), false));
      if (name === 'whole') return objectShape(model, this.parts(model, fullTokens(model, { whole: true }), false));
      if (name === 'listBrief') return objectShape(model, this.parts(model, shapeTokens(model, 'brief'), false));
      if (name === 'brief') return objectShape(model, this.parts(model, shapeTokens(model, 'brief'), true));
      return objectShape(model, this.parts(model, shapeTokens(model, name), true));
    });
  }

  /** The shape with just these properties, in the order in which the full shape (or the whole one) has them. */
  only(model: Model, names: ReadonlySet<string>, { whole = false } = {}): Shape {
    const tokens = fullTokens(model, { whole }).filter((token) => names.has(token));
    const key = `${model.name} =${tokens.join(' ')}`;
    const known = this.#chosen.get(key);
    if (known) return known;
    if (this.#chosen.size >= mostChosen) this.#chosen.delete(this.#chosen.keys().next().value!);
    const made = objectShape(model, this.parts(model, tokens, false));
    this.#chosen.set(key, made);
    return made;
  }

  /** The shape that `make` gives of what stands at the end of a way from the model's objects, made once. */
  far(model: Model, path: FarPath, make: (end: Part) => Shape): Shape {
    return this.#once(`${model.name} >${path}`, () => make(farPart(this, { name: path, model, path })));
  }

  /** The shape of values that stand at the ends of ways from the object, by name. */
  afar(model: Model, ways: Readonly<Record<string, FarPath>>): Shape {
    return this.#once(`${model.name} >>${JSON.stringify(ways)}`, () =>
      objectShape(
        model,
        Object.entries(ways).map(([name, path]) => farPart(this, { name, model, path })),
      ),
    );
  }

  /** Names of all properties of the full shape, in order. */
  fullTokens(model: Model): string[] {
    return fullTokens(model);
  }

  /** The step from the model to what its field of a to-many or counting kind reaches. */
  stepOf(model: Model, field: Field): Step {
    if (field.kind.name === 'tags') return { way: 'tags', model: this.registry.get('extras.tag'), of: model };
    if (field.kind.name === 'genericReverse')
      return reverseStep(model, this.registry.get(field.to!), this.genericField(field.to!));
    if (field.kind.name === 'manyToMany')
      return { way: 'pairs', model: this.registry.get(field.to!), ...pairsOf(model, field) };
    if (field.via!.startsWith('~')) return this.stepOf(model, fieldNamed(model, field.via!.slice(1))!);
    return reverseStep(model, this.registry.get((field.counts ?? field.to)!), field.via!);
  }

  /** The display line of a model as a part of plain text. */
  display(model: Model): Part {
    return displayPart(model, {
      foreign: (of, placeholder) => this.#foreign(of, placeholder),
      byName: (name, of) => {
        const behaviour = this.behaviours.display[name];
        if (!behaviour) throw new Error(`${of.name} is displayed by ${name}, which src/domain/display/ lacks`);
        return behaviour({ model: of, shapes: this });
      },
    });
  }

  /** A base choice set; undefined where the name means nothing. */
  baseChoices(name: string | null): BaseChoices | undefined {
    return name ? this.behaviours.baseChoices?.[name] : undefined;
  }

  /** Custom fields of all models, for one request. */
  customFields(context: ReadContext): Promise<ReadonlyMap<string, readonly CustomFieldDefinition[]>> {
    return readCustomFields(context);
  }

  /** Parts of properties by name; `nested` drops what is not counted inside other objects. */
  parts(model: Model, tokens: readonly string[], nested: boolean): Part[] {
    return tokens.flatMap((token) => this.part(model, token, nested) ?? []);
  }

  /** The part of one property; `name:plain` asks for a value without its label, `name:nested` for that shape. */
  part(model: Model, token: string, nested = false): Part | undefined {
    const [name, as] = token.split(':') as [string, string | undefined];
    if (name === 'id' && !model.fields.has('id')) return keyPart(model);
    if (name === 'url') return urlPart(model);
    if (name === 'display_url') return displayUrlPart(model);
    if (name === 'display') return quotedPart('display', this.display(model));
    const field = model.fields.get(name);
    if (!field) throw new Error(`${model.name} has no field ${name}`);
    const maker = this.#makers[field.by ? 'computed' : field.kind.name];
    if (maker)
      return maker({
        name,
        model,
        field: as && as !== 'plain' ? { ...field, shape: as } : field,
        plain: as === 'plain',
        nested,
      });
    return valuePart(name, columnOf(field)!, field.kind.render(field));
  }

  genericField(model: string): string {
    const target = this.registry.get(model);
    for (const field of target.fields.values()) if (field.kind.name === 'generic') return field.name;
    throw new Error(`${model} has no generic relation`);
  }

  /** A placeholder of a display line that leads out of the row: plain text, empty where there is nothing. */
  #foreign(model: Model, placeholder: string): Part {
    const [first, ...rest] = placeholder.split('.') as [string, ...string[]];
    const field = fieldNamed(model, first);
    if (!field) throw new Error(`${model.name}: its display line names ${placeholder}, which leads nowhere`);
    const shape = () => this.#text(this.registry.get(field.to!), rest.join('.'));
    const column = columnOf(field);
    if (column) return relationPart(placeholder, column, shape, '');
    if (field.kind.name === 'generic')
      return genericPart(
        placeholder,
        { type: columnOf(model.fields.get(field.typeField!)!)!, id: columnOf(model.fields.get(field.idField!)!)! },
        { shapeName: 'display', absent: '' },
      );
    return firstPart({ name: placeholder, model, step: () => this.stepOf(model, field), shape, absent: '' });
  }

  /** Plain text at the end of a path; the object's line where the path is empty. */
  #text(model: Model, path: string): Shape {
    if (path === '') return this.of(model, 'display');
    return this.#once(`${model.name} {${path}}`, () =>
      valueShape(
        model,
        displayPart({ ...model, display: `{${path}}` } as Model, {
          foreign: (_, placeholder) => this.#foreign(model, placeholder),
          byName: () => {
            throw new Error('a path is no behaviour');
          },
        }),
      ),
    );
  }

  #once(key: string, make: () => Shape): Shape {
    const known = this.#made.get(key);
    if (known) return known;
    const made = make();
    this.#made.set(key, made);
    return made;
  }
}
