import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Random } from './random.ts';

/** Values that objects have, by type and field: `SiteType` → `name` → …. */
export type Samples = ReadonlyMap<string, ReadonlyMap<string, readonly unknown[]>>;

interface Parts {
  readonly schema: GraphQLSchema;
  readonly samples: Samples;
  readonly random: Random;
  /** Fields that are never asked for, as `Type.field`, and filters, by their names. */
  readonly without: ReadonlySet<string>;
}

/** Queries over the whole schema: nested fields, unions, filters with values that objects have, pages. */
export class RandomQueries {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** One query of one list. */
  next(): string {
    const { schema, random } = this.#parts;
    const lists = Object.values(schema.getQueryType()!.getFields()).filter(({ name }) => name.endsWith('_list'));
    const field = random.one(lists);
    const type = getNamedType(field.type) as GraphQLObjectType;
    return `{${field.name}${this.#arguments(field, 0.7)} ${this.#selection(type, 0)}}`;
  }

  #arguments(field: GraphQLField<unknown, unknown>, filtered: number): string {
    const { random } = this.#parts;
    const given: string[] = [];
    for (const { name, type } of field.args) {
      if (name === 'filters' && random.chance(filtered)) {
        const filter = this.#filter(getNamedType(type) as GraphQLInputObjectType, 0);
        if (filter) given.push(`filters: ${filter}`);
      }
      if (name === 'pagination' && random.chance(0.8)) given.push(`pagination: ${this.#page()}`);
    }
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  #page(): string {
    const { random } = this.#parts;
    const limit = 1 + random.below(12);
    if (random.chance(0.2)) return `{start: ${random.below(40)}, limit: ${limit}}`;
    return random.chance(0.3) ? `{offset: ${random.below(6)}, limit: ${limit}}` : `{limit: ${limit}}`;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const { random, without } = this.#parts;
    const fields = Object.values(type.getFields()).filter(({ name }) => !without.has(`${type.name}.${name}`));
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const others = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const chosen = random.some(leaves, 4).map(({ name }) => name);
    if (depth < 3)
      for (const field of random.some(others, depth === 0 ? 3 : 1)) {
        const target = getNamedType(field.type);
        const many = isListType(field.type) || (isNonNullType(field.type) && isListType(field.type.ofType));
        const given = this.#arguments(field, many ? 0.4 : 0);
        if (isObjectType(target)) chosen.push(`${field.name}${given} ${this.#selection(target, depth + 1)}`);
        if (isUnionType(target))
          chosen.push(
            `${field.name} {__typename ${target
              .getTypes()
              .map((member) => `... on ${member.name} ${this.#member(member)}`)
              .join(' ')}}`,
          );
      }
    return `{${fields.some(({ name }) => name === 'id') ? 'id ' : ''}${chosen.length > 0 ? chosen.join(' ') : '__typename'}}`;
  }

  /** Members of a union may have fields of one name and of different types: only those are asked for that never do. */
  #member(type: GraphQLObjectType): string {
    const { random, without } = this.#parts;
    const leaves = ['name', 'display', 'description'].filter(
      (name) => name in type.getFields() && !without.has(`${type.name}.${name}`),
    );
    return `{id ${random.some(leaves, 1).join(' ')}}`;
  }

  #filter(type: GraphQLInputObjectType, depth: number): string | undefined {
    const { random, without } = this.#parts;
    const fields = Object.values(type.getFields());
    const model = type.name.replace(/Filter$/, 'Type');
    const parts: string[] = [];
    let joined = false;
    for (const { name, type: fieldType } of random.some(
      fields.filter(({ name }) => !/^(AND|OR|NOT|DISTINCT)$/.test(name) && !without.has(name)),
      random.chance(0.7) ? 1 : 2,
    )) {
      const named = getNamedType(fieldType);
      if (isInputObjectType(named) && named.name.endsWith('Filter') && 'AND' in named.getFields()) {
        if (depth > 1) continue;
        const inner = this.#filter(named, depth + 1);
        if (inner) parts.push(`${name}: ${inner}`);
        joined = true;
      } else {
        const value = this.#value(fieldType, model, name);
        if (value !== undefined) parts.push(`${name}: ${value}`);
      }
    }
    if (depth < 2 && random.chance(0.25)) {
      const inner = this.#filter(type, depth + 1);
      if (inner) parts.push(`${random.one(['AND', 'OR', 'NOT'])}: ${inner}`);
      joined = true;
    }
    if (parts.length === 0) return undefined;
    if (depth === 0 && joined) parts.push('DISTINCT: true');
    return `{${parts.join(', ')}}`;
  }

  #value(type: GraphQLInputType, model: string, name: string): string | undefined {
    const { random } = this.#parts;
    if (isNonNullType(type)) return this.#value(type.ofType, model, name);
    if (isListType(type)) {
      const values = [this.#value(type.ofType, model, name), this.#value(type.ofType, model, name)];
      return `[${values.filter((value) => value !== undefined).join(', ')}]`;
    }
    if (isEnumType(type)) return random.one(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      if (type.name === 'JSONFilter') return this.#jsonFilter(type, model, name);
      if (fields.every((field) => isNonNullType(field.type))) {
        const members = fields.map((field) => `${field.name}: ${this.#value(field.type, model, name)}`);
        return `{${members.join(', ')}}`;
      }
      const field = random.one(fields);
      let value = this.#value(field.type, model, name);
      if (value === undefined) return undefined;
      if (/contains|starts|ends/.test(field.name) && value.startsWith('"'))
        value = JSON.stringify((JSON.parse(value) as string).slice(...random.one([[0, 3], [1, 4], [-3]])));
      if (/regex/.test(field.name) && value.startsWith('"'))
        value = JSON.stringify(random.one(['^[a-m]', '[0-9]$', '^(?=.*e).*$', 'a|b']));
      return `{${field.name}: ${value}}`;
    }
    switch (type.name) {
      case 'Boolean':
        return String(random.chance(0.5));
      case 'ID':
        return JSON.stringify(String(this.#sample(model, name === 'id' ? 'id' : `${name}#`) ?? 1 + random.below(40)));
      case 'Int':
      case 'BigInt': {
        const known = this.#sample(model, name);
        return typeof known === 'number' ? String(known) : String(random.below(60));
      }
      case 'Float':
      case 'Decimal': {
        const known = Number(this.#sample(model, name));
        return String(Number.isFinite(known) ? known : random.below(60));
      }
      case 'Date':
        return JSON.stringify(String(this.#sample(model, name) ?? '2024-05-06').slice(0, 10));
      case 'Time':
        return JSON.stringify('10:11:12');
      case 'DateTime':
      case 'UUID': {
        const known = this.#sample(model, name);
        return typeof known === 'string' ? JSON.stringify(known) : undefined;
      }
      case 'String': {
        const known = this.#sample(model, name);
        return JSON.stringify(
          known === undefined || typeof known === 'object' ? random.one(['a', '1', '']) : String(known),
        );
      }
      default:
        return undefined;
    }
  }

  #jsonFilter(type: GraphQLInputObjectType, model: string, name: string): string | undefined {
    const { random } = this.#parts;
    const known = this.#sample(model, name);
    const keys = known && typeof known === 'object' ? Object.keys(known) : [];
    const lookup = Object.values(type.getFields()).find((field) => field.name === 'lookup');
    if (!lookup) return undefined;
    const value = this.#value(lookup.type, model, name);
    return value && `{path: ${JSON.stringify(keys.length > 0 ? random.one(keys) : 'key')}, lookup: ${value}}`;
  }

  #sample(model: string, name: string): unknown {
    const known = this.#parts.samples.get(model)?.get(name);
    return known && known.length > 0 ? this.#parts.random.one(known) : undefined;
  }
}
