import { flatChoices } from '#fields/choice-set.ts';
import type { Field } from '#fields/field.ts';
import { fieldNamed, reverseStep } from '#query/path.ts';
import type { Step } from '#query/step.ts';
import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';
import { plainValue } from '../../validators/attributes.ts';
import { pending } from '../jinja/pending.ts';
import { Speaking } from '../jinja/python-values.ts';
import { NetworkValue } from './network-value.ts';
import type { ObjectGraph } from './object-graph.ts';
import { manager } from './object-manager.ts';

const networks = new Set(['ipAddress', 'ipNetwork']);
const single = new Set(['foreignKey', 'oneToOne']);

/** An object of the database as templates see it: its fields, the objects that it names, and those that name it. */
export class StoredObject extends Speaking {
  readonly graph: ObjectGraph;
  readonly model: Model;
  readonly key: string;

  constructor(graph: ObjectGraph, model: Model, key: string) {
    super();
    this.graph = graph;
    this.model = model;
    this.key = key;
  }

  text(): string {
    return this.graph.text(this.model, this.key) ?? '';
  }

  member(name: string): unknown {
    if (name === 'pk' || name === 'id') return Number(this.key);
    const row = this.graph.row(this.model, this.key);
    if (!row) return pending;
    if (name === 'cf' || name === 'custom_field_data') return JSON.parse(row.get('custom_field_data') ?? '{}');
    if (name === 'primary_ip' && this.model.fields.has('primary_ip4')) return this.#primary();
    if (name === 'get_config_context' && this.model.fields.has('config_context')) return this.#configContext();
    const label = /^get_(\w+)_display$/.exec(name)?.[1];
    if (label) return () => this.#label(label, row);
    const field = fieldNamed(this.model, name);
    if (field && columnOf(field)) return this.#value(field, row);
    const key = /^(\w+)_id$/.exec(name)?.[1];
    const relation = key ? fieldNamed(this.model, key) : undefined;
    if (relation && single.has(relation.kind.name)) return Number(row.get(columnOf(relation)!) ?? 0) || null;
    const step = this.#step(name, field);
    if (!step) return field?.kind.name === 'generic' ? this.#generic(field, row) : undefined;
    const keys = this.graph.related(step, { name: `${this.model.name} ${name}`, key: this.key });
    if (!keys) return pending;
    return manager(keys.map((one) => new StoredObject(this.graph, step.model, one)));
  }

  #value(field: Field, row: ReadonlyMap<string, string | null>): unknown {
    const text = row.get(columnOf(field)!) ?? null;
    if (text === null) return null;
    if (single.has(field.kind.name))
      return new StoredObject(this.graph, this.graph.context.registry.get(field.to!), text);
    return networks.has(field.kind.name) ? new NetworkValue(text) : plainValue(field, text);
  }

  #configContext(): unknown {
    const context = this.graph.served(this.model, 'config_context', this.key);
    return context === undefined ? pending : () => context;
  }

  #label(name: string, row: ReadonlyMap<string, string | null>): unknown {
    const field = fieldNamed(this.model, name);
    const text = field && row.get(columnOf(field)!);
    if (!field?.choices || text == null) return text ?? null;
    return flatChoices(field.choices).find(([value]) => String(value) === text)?.[1] ?? text;
  }

  #primary(): unknown {
    const [first, second] = this.graph.context.settings.PREFER_IPV4
      ? ['primary_ip4', 'primary_ip6']
      : ['primary_ip6', 'primary_ip4'];
    return this.member(first!) ?? this.member(second!);
  }

  #generic({ typeField, idField }: Field, row: ReadonlyMap<string, string | null>): unknown {
    const { registry, contentTypes } = this.graph.context;
    const type = row.get(columnOf(this.model.fields.get(typeField!)!)!);
    const id = row.get(columnOf(this.model.fields.get(idField!)!)!);
    const model = type ? registry.find(contentTypes.name(type) ?? '') : undefined;
    return model && id ? new StoredObject(this.graph, model, id) : null;
  }

  /** The step to the objects that a name leads to: many that the object names, or that name it. */
  #step(name: string, field: Field | undefined): Step | undefined {
    const { registry, shapes } = this.graph.context;
    if (field && ['manyToMany', 'reverse', 'genericReverse', 'tags'].includes(field.kind.name))
      return shapes.stepOf(this.model, field);
    if (name === 'tags' && this.model.features?.includes('tags'))
      return { way: 'tags', model: registry.get('extras.tag'), of: this.model };
    const incoming = registry.incoming(this.model).get(name);
    if (incoming) return reverseStep(this.model, incoming.model, incoming.field.name);
    const generic = registry.generics(this.model).get(name);
    return generic && reverseStep(this.model, generic, shapes.genericField(generic.name));
  }
}
