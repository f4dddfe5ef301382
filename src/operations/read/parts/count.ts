import type { Step } from '#query/step.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ReadContext } from '../context.ts';
import type { Part } from '../part.ts';

function countStatement(step: Step, context: ReadContext): { text: string; more: string[] } {
  switch (step.way) {
    case 'reverse':
      return {
        text: `select "${step.column}", count(*) from ${step.model.table} where "${step.column}" = any($1) group by 1`,
        more: [],
      };
    case 'pairs':
      return {
        text: `select ${step.own}, count(*) from ${step.table} where ${step.own} = any($1) group by 1`,
        more: [],
      };
    case 'generic':
      return {
        text: `select "${step.idColumn}", count(*) from ${step.model.table} where "${step.idColumn}" = any($1) and "${step.typeColumn}" = $2 group by 1`,
        more: [context.contentTypes.id(step.of.name) ?? '0'],
      };
    default:
      throw new Error(`${step.model.name}: a ${step.way} step can't be counted`);
  }
}

function countPart(
  name: string,
  model: Model,
  statement: (context: ReadContext) => { text: string; more: string[] },
): Part {
  return {
    name,
    columns: [keyColumn(model)],
    bind: () => ({
      async load(rows, context) {
        const { text, more } = statement(context);
        return new Map(
          (await context.rows(text, [`{${rows.map((row) => row[0]).join(',')}}`, ...more])) as [string, string][],
        );
      },
      text: (row, state) => (state as Map<string, string>).get(row[0]!) ?? '0',
    }),
  };
}

/** How many objects lie at the end of the step. */
export const relatedCountPart = (name: string, model: Model, step: () => Step): Part =>
  countPart(name, model, (context) => countStatement(step(), context));

/** How many distinct objects lie at the end of the step from this node or any below it in the tree. */
export function treeCountPart(name: string, model: Model, step: () => Step): Part {
  return countPart(name, model, () => {
    const way = step();
    const nodes = `from ${model.table} n join ${model.table} d on d.path operator(public.<@) n.path`;
    const counted =
      way.way === 'pairs'
        ? `${nodes} join ${way.table} p on p.${way.own} = d.id where n.id = any($1) group by n.id`
        : `${nodes} join ${way.model.table} p on p.${(way as { column: string }).column} = d.id where n.id = any($1) group by n.id`;
    const what = way.way === 'pairs' ? `p.${way.other}` : 'p.id';
    return { text: `select n.id, count(distinct ${what}) ${counted}`, more: [] };
  });
}

/** A number that is the same for every object: what a count becomes where it is not counted. */
export const zeroPart = (name: string, model: Model): Part => ({
  name,
  columns: [keyColumn(model)],
  bind: () => ({ text: () => '0' }),
});
