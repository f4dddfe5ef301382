import { fieldNamed } from '#query/path.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';

/** An order as SQL: the joins that it needs, each with a leading space, and the terms. */
export interface OrderSql {
  readonly joins: string;
  readonly orderBy: string;
}

interface Making {
  readonly registry: Registry;
  readonly joins: string[];
  readonly terms: string[];
  readonly prefix: string;
  /** Aliases that an outer join brought: what is joined to them may be missing too. */
  readonly outer: Set<string>;
}

/**
 * Adds the terms of one entry of a model's ordering. A relation sorts as its model does; `relation!` sorts by the key
 * itself, nulls first; `host:address` sorts by the address without its mask; natural names in the C collation. What
 * must be there is joined inside: PostgreSQL then walks the related table in its index's order and stops at the page's
 * end (50 of 200,000 interfaces: 0.4 ms, where the outer join sorts them all in 280 ms).
 */
export function addOrderTerm(
  making: Making,
  { model, alias, term, flip }: { model: Model; alias: string; term: string; flip: boolean },
): void {
  const descending = term.startsWith('-') !== flip;
  const bare = term.replace(/^-/, '');
  const direction = descending ? ' desc' : '';
  const nullsFirst = bare.endsWith('!');
  const host = bare.startsWith('host:');
  const [name, ...rest] = bare
    .replace(/^host:/, '')
    .replace(/!$/, '')
    .split('.') as [string, ...string[]];
  const field = name === 'pk' || name === 'id' ? undefined : fieldNamed(model, name);
  const column = field ? columnOf(field) : keyColumn(model);
  if (!column) throw new Error(`${model.name} can't be ordered by ${name}`);
  const place = `${alias}."${column}"`;
  if (nullsFirst) {
    making.terms.push(`${place}${direction} nulls ${descending ? 'last' : 'first'}`);
  } else if (field?.to && (rest.length > 0 || field.kind.name !== 'contentType')) {
    const target = making.registry.get(field.to);
    if (rest[0] === 'id' || rest[0] === 'pk') {
      making.terms.push(`${place}${direction}`);
      return;
    }
    const joined = `${making.prefix}${making.joins.length}`;
    const required = !field.null && !making.outer.has(alias);
    if (!required) making.outer.add(joined);
    making.joins.push(
      `${required ? '' : ' left'} join "${target.table}" ${joined} on ${joined}."${keyColumn(target)}" = ${place}`,
    );
    const inner = rest.length > 0 ? [rest.join('.')] : (target.ordering ?? ['pk']);
    for (const one of inner) addOrderTerm(making, { model: target, alias: joined, term: one, flip: descending });
  } else if (host) making.terms.push(`(host(${place})::inet)${direction}`);
  else making.terms.push(`${place}${field?.kind.name === 'naturalOrder' ? ' collate "C"' : ''}${direction}`);
}

const made = new WeakMap<Model, Map<string, OrderSql>>();

/** The model's own order over the alias, with the key as the last word so that pages never overlap. */
export function defaultOrder(registry: Registry, model: Model, alias: string): OrderSql {
  const known = made.get(model)?.get(alias);
  if (known) return known;
  const making: Making = { registry, joins: [], terms: [], prefix: `${alias}o`, outer: new Set() };
  for (const term of model.ordering ?? []) addOrderTerm(making, { model, alias, term, flip: false });
  const key = `${alias}."${keyColumn(model)}"`;
  if (!making.terms.some((term) => term.startsWith(key))) making.terms.push(key);
  const order = Object.freeze({ joins: making.joins.join(''), orderBy: making.terms.join(', ') });
  made.set(model, (made.get(model) ?? new Map<string, OrderSql>()).set(alias, order));
  return order;
}
