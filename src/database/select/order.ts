import type { Field } from '#fields/field.ts';
import { fieldNamed, reverseStep } from '#query/path.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { keyColumn } from '#registry/registry.ts';
import { addOrderTerm, type OrderSql } from './default-order.ts';

/**
 * Terms of an order as SQL, each a field in a model's spelling (`-name`): relations sort as their model does, counts
 * by counting. The key is the last word, so that pages never overlap; it follows the direction of the term before it,
 * so that an index of a name and the key serves both directions.
 */
export function orderSql(
  registry: Registry,
  { model, alias, terms }: { model: Model; alias: string; terms: readonly string[] },
): OrderSql {
  const making = {
    registry,
    joins: [] as string[],
    terms: [] as string[],
    prefix: `${alias}o`,
    outer: new Set<string>(),
  };
  for (const term of terms) {
    const field = fieldNamed(model, term.replace(/^-/, ''));
    const count = field && countSql(registry, { model, alias, field });
    if (count) making.terms.push(`${count}${term.startsWith('-') ? ' desc' : ''}`);
    else addOrderTerm(making, { model, alias, term, flip: false });
  }
  making.terms.push(`${alias}."${keyColumn(model)}"${terms.at(-1)?.startsWith('-') ? ' desc' : ''}`);
  return Object.freeze({ joins: making.joins.join(''), orderBy: making.terms.join(', ') });
}

/** How many objects a counting field counts, as an expression over the row; undefined for any other field. */
function countSql(
  registry: Registry,
  { model, alias, field }: { model: Model; alias: string; field: Field },
): string | undefined {
  const kind = field.kind.name;
  if (kind !== 'relatedCount' && kind !== 'treeCount') return undefined;
  const step = reverseStep(model, registry.get(field.counts!), field.via!);
  const [table, column, type] =
    step.way === 'pairs'
      ? [step.table, step.own, '']
      : step.way === 'reverse'
        ? [step.model.table, step.column, '']
        : step.way === 'generic'
          ? [step.model.table, step.idColumn, step.typeColumn]
          : [];
  if (!table) return undefined;
  const ofType = type
    ? ` and counted."${type}" = (select id from django_content_type where app_label = '${model.app}' and model = '${model.model}')`
    : '';
  const key = keyColumn(model);
  const path = [...model.fields.values()].find((one) => one.kind.name === 'treePath');
  const own =
    kind === 'treeCount' && path
      ? `in (select node.${key} from ${model.table} as node where node.${path.name} operator(public.<@) ${alias}.${path.name})`
      : `= ${alias}.${key}`;
  return `(select count(*) from "${table}" as counted where counted."${column}" ${own}${ofType})`;
}
