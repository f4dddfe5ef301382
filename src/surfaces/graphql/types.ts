import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { filterName, queryName, typeName } from './names.ts';
import { type ServedField, servedFields } from './served-fields.ts';
import { type ServedFilter, servedFilters } from './served-filters.ts';
import { servedModels } from './served-models.ts';

/** What stands behind the names of the schema. Made once. */
export class Types {
  readonly #registry: Registry;
  readonly #models: ReadonlyMap<string, Model>;
  readonly #filtered: ReadonlyMap<string, Model>;
  readonly #queries: ReadonlyMap<string, Model>;
  readonly #fields = new Map<Model, ReadonlyMap<string, ServedField>>();
  readonly #filters = new Map<Model, ReadonlyMap<string, ServedFilter>>();

  constructor(registry: Registry) {
    this.#registry = registry;
    const models = servedModels(registry);
    this.#models = new Map(models.map((model) => [typeName(model), model]));
    this.#filtered = new Map(models.map((model) => [filterName(model), model]));
    this.#queries = new Map(models.flatMap((model) => (queryName(model) ? [[queryName(model)!, model] as const] : [])));
  }

  isModel(type: string): boolean {
    return this.#models.has(type);
  }

  /** The model behind an object type. */
  model(type: string): Model {
    return this.#models.get(type)!;
  }

  /** The model that a filter is about; undefined for a lookup. */
  filtered(type: string): Model | undefined {
    return this.#filtered.get(type);
  }

  /** The model of `site` and `site_list`, and which of the two it is. */
  query(name: string): { model: Model; many: boolean } {
    const one = this.#queries.get(name);
    return one ? { model: one, many: false } : { model: this.#queries.get(name.replace(/_list$/, ''))!, many: true };
  }

  fields(model: Model): ReadonlyMap<string, ServedField> {
    const known = this.#fields.get(model) ?? servedFields(this.#registry, model);
    this.#fields.set(model, known);
    return known;
  }

  filters(model: Model): ReadonlyMap<string, ServedFilter> {
    const known = this.#filters.get(model) ?? servedFilters(this.#registry, model);
    this.#filters.set(model, known);
    return known;
  }
}
