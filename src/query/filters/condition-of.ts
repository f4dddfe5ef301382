import type { Registry } from '#registry/registry.ts';
import { columnOf } from '#registry/registry.ts';
import { through } from '../compare.ts';
import { fieldNamed } from '../path.ts';
import type { Path, Step } from '../step.ts';
import { always, and, type Condition, never, not, or } from '../tree.ts';
import type { Filter } from './filter.ts';

type Values = readonly (string | null)[];

/** The steps of a path that ends in a relation, the last of them included. */
export function stepsTo(registry: Registry, { steps, field }: Path): readonly Step[] {
  if (!field?.to) return steps;
  return [...steps, { way: 'forward', model: registry.get(field.to), column: columnOf(field)! }];
}

const compared = (path: Path, filter: Pick<Filter, 'lookup'>, values: readonly string[]): Condition =>
  through(path.steps, Object.freeze({ op: 'compare', field: path.field, lookup: filter.lookup, values }));

/** Nothing stands at the end of the path: no value, or no object that could have one. */
const absent = ({ steps, field }: Path): Condition =>
  endless(steps, field ? Object.freeze({ op: 'compare', field, lookup: 'isnull', values: ['true'] }) : never);

/**
 * Some way along the steps breaks off, or ends where `end` holds: what an outer join's null means. A provider with one
 * circuit at a site and another at none is among those without a site, as in NetBox.
 */
export function endless(steps: readonly Step[], end: Condition = never): Condition {
  return steps.reduceRight<Condition>(
    (rest, step) => or(not(through([step], always)), rest.op === 'never' ? never : through([step], rest)),
    end,
  );
}

/** The condition that a filter makes of its values, which have been read. */
export function conditionOf(registry: Registry, filter: Filter, values: Values): Condition {
  const { kind, path, lookup, negated } = filter;
  const given = values.filter((value) => value !== null);
  const withNull = given.length < values.length;
  switch (kind) {
    case 'related':
    case 'single':
    case 'tree':
    case 'tag':
    case 'tagId':
      return objectCondition(registry, filter, values);
    case 'contentType':
      // NetBox's `__n` of a content type does not negate.
      return contentTypeCondition(stepsTo(registry, path!), given);
    case 'boolean':
      if (lookup === 'isnull') return (given[0] === 'true') !== negated ? absent(path!) : not(absent(path!));
      return compared(path!, filter, given);
    default: {
      const wanted = or(
        ...(given.length > 0 ? [compared(path!, filter, given)] : []),
        ...(withNull ? [absent(path!)] : []),
        // A time zone that isn't set is stored as an empty text.
        ...(withNull && kind === 'timeZone' && lookup === 'exact' ? [compared(path!, filter, [''])] : []),
      );
      return negated ? not(wanted) : wanted;
    }
  }
}

function objectCondition(registry: Registry, filter: Filter, values: Values): Condition {
  const { kind, negated, any } = filter;
  const steps = stepsTo(registry, filter.path!);
  const lookup = kind === 'tree' ? 'descendants' : 'exact';
  const pointsAt = (keys: readonly string[]): Condition =>
    through(steps, Object.freeze({ op: 'compare', field: undefined, lookup, values: keys }));
  // The attribute that names objects may itself be null: such an object counts as none.
  const by = filter.by === undefined ? undefined : fieldNamed(steps.at(-1)!.model, filter.by);
  const nowhere = endless(
    steps,
    by?.null ? Object.freeze({ op: 'compare', field: by, lookup: 'isnull', values: ['true'] }) : never,
  );
  const given = values.filter((value) => value !== null);
  if ((kind === 'tag' || kind === 'tagId') && !negated && !any)
    return and(...values.map((value) => (value === null ? nowhere : pointsAt([value]))));
  const wanted = or(...(given.length > 0 ? [pointsAt(given)] : []), ...(given.length < values.length ? [nowhere] : []));
  return negated ? not(wanted) : wanted;
}

/** The steps lead to a content type among those named `<app>.<model>`; a name of no model names nothing. */
export function contentTypeCondition(steps: readonly Step[], names: readonly string[]): Condition {
  const contentType = steps.at(-1)!.model;
  const [app, model] = ['app_label', 'model'].map((name) => contentType.fields.get(name)!);
  const equal = (field: typeof app, value: string): Condition =>
    Object.freeze({ op: 'compare', field, lookup: 'exact', values: [value] });
  return or(
    ...names
      .map((name) => name.toLowerCase().split('.'))
      .filter((parts) => parts.length === 2)
      .map(([label, name]) => through(steps, and(equal(app, label!), equal(model, name!)))),
  );
}
