import type { Field } from '#fields/field.ts';
import { fieldNamed } from '#query/path.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import type { Draft } from './draft.ts';
import { wholeObject } from './field-errors.ts';
import type { WriteContext } from './write-context.ts';

/** One rule of uniqueness: SQL terms over a row `r`, a condition, and where its error goes. */
interface UniqueRule {
  readonly terms: readonly string[];
  readonly where: string | undefined;
  readonly nullsEqual: boolean;
  /** Columns that the rule reads: a draft that changes none of them is not asked. */
  readonly columns: readonly string[];
  readonly fields: readonly Field[];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const known = new WeakMap<Model, readonly UniqueRule[]>();

function rulesOf(model: Model): readonly UniqueRule[] {
  let rules = known.get(model);
  if (rules) return rules;
  const single = [...model.fields.values()]
    .filter((field) => field.unique && columnOf(field) && columnOf(field) !== keyColumn(model))
    .map(
      (field): UniqueRule => ({
        terms: [`r."${columnOf(field)}"`],
        where: undefined,
        nullsEqual: false,
        columns: [columnOf(field)!],
        fields: [field],
      }),
    );
  const several = (model.constraints ?? []).flatMap((constraint): UniqueRule[] => {
    if (constraint.check) return [];
    const fields = (constraint.fields ?? []).map((name) => fieldNamed(model, name)!);
    const all = [...model.fields.values()].flatMap((field) => columnOf(field) ?? []);
    const source = [...(constraint.expressions ?? []), constraint.where ?? ''].join(' ');
    const mentioned = all.filter((column) => new RegExp(`\\b${column}\\b`).test(source));
    const qualify = (sql: string) =>
      mentioned.reduce(
        (text, column) => text.replace(new RegExp(`(?<![.\\w"])"?${column}"?(?!\\w)`, 'g'), `r."${column}"`),
        sql,
      );
    return [
      {
        terms: constraint.expressions?.map(qualify) ?? fields.map((field) => `r."${columnOf(field)}"`),
        where: constraint.where && qualify(constraint.where),
        nullsEqual: constraint.nullsEqual === true,
        columns: [...new Set([...fields.map((field) => columnOf(field)!), ...mentioned])],
        fields,
      },
    ];
  });
  rules = [...single, ...several];
  known.set(model, rules);
  return rules;
}

/**
 * Adds an error to every draft that another row excludes. As in NetBox, objects are judged one after the other: those
 * before in the request count as they will be, those after as they are stored. One statement a rule that some draft
 * touches, and whose fields have no error yet; they are compared by PostgreSQL itself, so collations and types count as
 * in its constraints.
 */
export async function checkUnique(
  context: WriteContext,
  { model, drafts, stage }: { model: Model; drafts: readonly Draft[]; stage: 'values' | 'object' },
): Promise<void> {
  await Promise.all(
    rulesOf(model).map(async (rule) => {
      if (isOfValue(rule) !== (stage === 'values')) return;
      const touched = drafts.filter(
        (draft) =>
          !namesIn(model, rule).some((name) => draft.errors.has(name)) &&
          rule.columns.some((column) => draft.isNew || draft.columns.get(column) !== draft.before!.get(column)),
      );
      const able = rule.nullsEqual || rule.fields.length === 0 || touched.some((draft) => isWhole(draft, rule));
      if (touched.length > 0 && able) await check(context, model, rule, touched);
    }),
  );
}

/** The fields that a rule reads, by its columns. */
const namesIn = (model: Model, { columns }: UniqueRule): readonly string[] =>
  [...model.fields.values()].flatMap((field) => (columns.includes(columnOf(field) ?? '') ? [field.name] : []));

/** Whether a rule is of one value, and not of a relation: NetBox asks those before it looks at the object as a whole. */
const isOfValue = ({ fields, where, columns }: UniqueRule): boolean =>
  fields.length === 1 && columns.length === 1 && where === undefined && fields[0]!.unique === true && !fields[0]!.to;

/** Whether none of a rule's fields is null: a null is equal to nothing. */
const isWhole = (draft: Draft, { fields }: UniqueRule): boolean =>
  fields.every((field) => draft.columns.get(columnOf(field)!) != null);

async function check(context: WriteContext, model: Model, rule: UniqueRule, drafts: readonly Draft[]): Promise<void> {
  const key = keyColumn(model);
  const columns = rule.columns;
  const terms = rule.terms.map((term) => on(term, 'n'));
  const same = rule.terms.map((term) => isSame(term, rule, drafts)).join(' and ');
  const list = columns.map((column) => `"${column}"`).join(', ');
  // Two drafts are compared by their order among equals, not each with each.
  const repeated = `nth > 1${rule.nullsEqual ? '' : terms.map((term) => ` and ${term} is not null`).join('')}`;
  const rows = await context.rows(
    `with given as (select row_number() over () - 1 as place, "${key}", ${list} from json_populate_recordset(null::"${model.table}", $1)),
      n as (select n.*, row_number() over (partition by ${terms.join(', ')} order by place) as nth from given n
        ${rule.where ? `where ${on(rule.where, 'n')}` : ''})
     select n.place from n where ${repeated} or exists (select from "${model.table}" o where ${same}
       ${rule.where ? `and (${on(rule.where, 'o')})` : ''} and o."${key}" is distinct from n."${key}"
       and not exists (select from given g where g."${key}" = o."${key}" and g.place < n.place))
     order by n.place`,
    [
      `[${drafts
        .map(
          (draft) =>
            `{"${key}":${draft.key ?? 'null'},${columns.map((column) => `${JSON.stringify(column)}:${JSON.stringify(draft.columns.get(column) ?? null)}`).join(',')}}`,
        )
        .join(',')}]`,
    ],
  );
  for (const [place] of rows) {
    const draft = drafts[Number(place)]!;
    if (rule.fields.length === 1)
      draft.errors.add(
        rule.fields[0]!.name,
        `${model.label} with this ${rule.fields[0]!.label ?? rule.fields[0]!.name.replaceAll('_', ' ')} already exists.`,
      );
    else
      draft.errors.add(
        wholeObject,
        rule.fields.length > 0
          ? `${capital(model.label)} with this ${namesOf(rule.fields)} already exists.`
          : `Constraint on ${columns.join(', ')} is violated.`,
      );
  }
}

/**
 * That a term has the same value in a draft and a stored row. Only `=` can be looked up in an index, so that it is used
 * wherever no draft has a null there.
 */
function isSame(term: string, { nullsEqual, columns }: UniqueRule, drafts: readonly Draft[]): string {
  const read = columns.filter((column) => term.includes(`r."${column}"`));
  const maybeNull = nullsEqual && drafts.some((draft) => read.some((column) => draft.columns.get(column) == null));
  return `${on(term, 'n')} ${maybeNull ? 'is not distinct from' : '='} ${on(term, 'o')}`;
}

const on = (sql: string, alias: string): string => sql.replace(/\br\."/g, `${alias}."`);

function namesOf(fields: readonly Field[]): string {
  const names = fields.map((field) => capital(field.label ?? field.name.replaceAll('_', ' ')));
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]!;
}
