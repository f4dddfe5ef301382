import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isListType,
  isNonNullType,
  isNullableType,
  isUnionType,
} from 'graphql';
import { quoted } from '#fields/json-text.ts';
import { quotedPart } from '#operations/read/parts/display.ts';
import { valuePart } from '#operations/read/parts/value.ts';
import type { Shapes } from '#operations/read/shapes.ts';
import { fieldNamed, resolvePath } from '#query/path.ts';
import type { Step } from '#query/step.ts';
import { always, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import { limits } from '../limits.ts';
import { customFieldsPiece } from '../pieces/custom-fields-piece.ts';
import { imagePiece } from '../pieces/image-piece.ts';
import { jsonPiece } from '../pieces/json-piece.ts';
import { firstPiece, type Many, manyPiece } from '../pieces/many-piece.ts';
import { onePiece } from '../pieces/one-piece.ts';
import { partPiece } from '../pieces/part-piece.ts';
import { constantPiece, type Piece } from '../pieces/piece.ts';
import { type Plans, unionPiece, unionsPiece } from '../pieces/union-piece.ts';
import type { ServedField } from '../served-fields.ts';
import { spelling } from '../spelling.ts';
import type { Types } from '../types.ts';
import { collectFields, type Document } from './collect-fields.ts';
import { type ObjectPlan, objectPlan, type Selected } from './object-plan.ts';
import { type ListPage, pageOf } from './page.ts';

/** What plans are made with. */
export interface CompilerParts {
  readonly document: Document;
  readonly registry: Registry;
  readonly shapes: Shapes;
  readonly types: Types;
  readonly settings: { readonly MAX_PAGE_SIZE: number };
  /** The condition that a filter's value makes on objects of the model. */
  filter(model: Model, filterType: string, value: unknown): Promise<Condition>;
}

/** Every object, all of them: what a list without arguments asks for. */
const everything = { where: always, page: pageOf(undefined, { MAX_PAGE_SIZE: 0 }) };

/** Compiles the selections of one request to plans. */
export class Compiler {
  readonly #parts: CompilerParts;
  #fields = 0;

  constructor(parts: CompilerParts) {
    this.#parts = parts;
  }

  /** The plan for what the nodes select of objects of the type. */
  async plan(type: GraphQLObjectType, nodes: readonly FieldNode[]): Promise<ObjectPlan> {
    const { document, types } = this.#parts;
    const model = types.model(type.name);
    const selected = collectFields(
      document,
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
    this.#fields += selected.size;
    if (this.#fields > limits.fields) throw new GraphQLError(`The query selects more than ${limits.fields} fields.`);
    return objectPlan(
      model,
      await Promise.all([...selected].map(([key, same]) => this.#selected({ key, type, model, nodes: same }))),
    );
  }

  /** Filters and page of a list's arguments. */
  async list(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    model: Model,
  ): Promise<{ where: Condition; page: ListPage }> {
    const given = this.arguments(field, node);
    const filters = field.args.find(({ name }) => name === 'filters');
    return {
      where:
        filters && given.filters != null
          ? await this.#parts.filter(model, getNamedType(filters.type).name, given.filters)
          : always,
      page: pageOf(given.pagination, this.#parts.settings),
    };
  }

  /** A field's arguments, read. */
  arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Readonly<Record<string, unknown>> {
    return getArgumentValues(field, node, this.#parts.document.variables);
  }

  async #selected({ key, type, model, nodes }: Where & { key: string }): Promise<Selected> {
    const name = nodes[0]!.name.value;
    const called = `${type.name}.${name}`;
    if (name === '__typename') return { key, called, nullable: false, piece: constantPiece(quoted(type.name)) };
    const field = type.getFields()[name]!;
    const served = this.#parts.types.fields(model).get(name)!;
    const piece = await this.#piece({ type, model, nodes, field, served });
    return { key, called, nullable: isNullableType(field.type), piece };
  }

  async #piece(where: Where & { field: GraphQLField<unknown, unknown>; served: ServedField }): Promise<Piece> {
    const { model, nodes, field, served } = where;
    const { shapes } = this.#parts;
    const named = getNamedType(field.type);
    const inner = isNonNullType(field.type) ? field.type.ofType : field.type;
    const many = isListType(inner);

    // ---- What every model has
    switch (served.source) {
      case 'none':
        return constantPiece(many ? '[]' : served.type.startsWith('JSON') ? '{}' : 'null');
      case 'id':
        return partPiece(valuePart('id', keyColumn(model), quoted));
      case 'class_type':
        return constantPiece(quoted(model.className));
      case 'display':
        return partPiece(quotedPart('display', shapes.display(model)));
    }

    // ---- Objects
    if (isUnionType(named)) {
      const plans: Plans = new Map(
        await Promise.all(
          named.getTypes().map(async (member) => {
            const plan = await this.plan(member, nodes);
            return [plan.model.name, () => plan] as const;
          }),
        ),
      );
      const generic = fieldNamed(model, served.source)!;
      if (generic.kind.name !== 'generic') return unionsPiece(shapes.part(model, generic.name)!, plans);
      const column = (name: string) => columnOf(model.fields.get(name)!)!;
      return unionPiece({ type: column(generic.typeField!), id: column(generic.idField!) }, plans);
    }
    if (this.#parts.types.isModel(named.name)) {
      const target = named as GraphQLObjectType;
      const own = fieldNamed(model, served.source);
      const column = own?.to ? columnOf(own) : undefined;
      const plan = await this.plan(target, nodes);
      if (column && !many) return onePiece(column, () => plan);
      const asked: Many = {
        model,
        step: this.#step(model, served.source),
        plan: () => plan,
        ...(field.args.length > 0 ? await this.list(field, nodes[0]!, plan.model) : everything),
      };
      return many ? manyPiece(asked) : firstPiece(asked);
    }

    // ---- Values
    if (!nodes[0]!.selectionSet) return this.#value(model, served);
    const selected = collectFields(
      this.#parts.document,
      named as GraphQLObjectType,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
    const members = [...selected].map(([key, [node]]) => ({
      key,
      member: node!.name.value,
      fixed: node!.name.value === '__typename' ? quoted(named.name) : undefined,
    }));
    if (named.name === 'DjangoImageType') return imagePiece(columnOf(fieldNamed(model, served.source)!)!, members);
    return jsonPiece(this.#value(model, served), members);
  }

  /** The step to the objects behind a relation. */
  #step(model: Model, source: string): Step {
    const { registry } = this.#parts;
    if (source === 'changelog') {
      const log = registry.get('core.objectchange');
      const { type, id } = registry.genericFields(log);
      return { way: 'generic', model: log, of: model, typeColumn: columnOf(type)!, idColumn: columnOf(id)! };
    }
    return resolvePath(registry, model, source).steps[0]!;
  }

  #value(model: Model, { source, type }: ServedField): Piece {
    const { shapes } = this.#parts;
    if (source === 'level') return treeLevel(model);
    if (source === 'custom_fields' || source === 'custom_field_data') {
      const column = columnOf([...model.fields.values()].find(({ kind }) => kind.name === 'customFields')!)!;
      return source === 'custom_fields'
        ? customFieldsPiece(column, model)
        : partPiece(valuePart(source, column, (text) => text));
    }
    const field = fieldNamed(model, source)!;
    const column = columnOf(field);
    if (!column) return partPiece(shapes.part(model, field.name)!, type.startsWith('String') ? plain : undefined);
    if (type.startsWith('DjangoModelType'))
      return partPiece(valuePart(source, column, (key) => `{"pk":${quoted(key)}}`));
    return partPiece(valuePart(source, column, spelling(field)));
  }
}

interface Where {
  readonly type: GraphQLObjectType;
  readonly model: Model;
  readonly nodes: readonly FieldNode[];
}

/** A choice with its label as its bare value. */
const plain = (text: string): string =>
  text.startsWith('{') ? JSON.stringify((JSON.parse(text) as { value: unknown }).value) : text;

/** How many nodes stand above one of a tree. */
function treeLevel(model: Model): Piece {
  const path = [...model.fields.values()].find(({ kind }) => kind.name === 'treePath')!;
  return partPiece(valuePart('level', columnOf(path)!, (text) => String(text.split('.').length - 1)));
}
