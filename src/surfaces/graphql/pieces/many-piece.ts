import { defaultOrder } from '#database/select/default-order.ts';
import { whereSql } from '#database/select/where.ts';
import type { Step } from '#query/step.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { ListPage } from '../plan/page.ts';
import type { Run } from '../run.ts';
import type { Piece, Row } from './piece.ts';
import { listOf, type Rendered } from './rendered.ts';

/** What a to-many field asks for. */
export interface Many {
  readonly model: Model;
  readonly step: Step;
  readonly plan: () => ObjectPlan;
  readonly where: Condition;
  readonly page: ListPage;
}

/** The related objects as a list, each object's own page of them. */
export const manyPiece = (many: Many): Piece => relatedPiece(many, (items, run) => listOf(items ?? [], run));

/** The one related object, or null. */
export const firstPiece = (many: Many): Piece => relatedPiece(many, (items) => items?.[0] ?? 'null');

function relatedPiece(many: Many, text: (items: Rendered[] | undefined, run: Run) => Rendered): Piece {
  return {
    columns: [keyColumn(many.model)],
    bind: () => ({
      load: (rows, run) => relatedObjects(many, rows, run),
      text(row, state, run) {
        return text((state as ReadonlyMap<string, Rendered[]>).get(row[0]!), run);
      },
    }),
  };
}

/** The related objects of all rows by the rows' keys: one statement, a window where each has a page of its own. */
async function relatedObjects(
  { step, plan: planOf, where, page }: Many,
  rows: readonly Row[],
  run: Run,
): Promise<Map<string, Rendered[]>> {
  const found = new Map<string, Rendered[]>();
  const plan = planOf();
  const condition = and(run.visible(plan.model), where);
  if (condition.op === 'never') return found;

  // ---- Where the step leads
  const parameters = [`{${rows.map((row) => row[0]).join(',')}}`];
  const { parent, from, and: more } = leading(step, { plan, parameters, run });
  let filter = `${parent} = any($1)${more}`;
  if (condition.op !== 'always') filter += ` and ${whereSql(condition, { model: plan.model, alias: 't', parameters })}`;
  const key = `t."${keyColumn(plan.model)}"`;
  if (page.start !== undefined) filter += ` and ${key} >= $${parameters.push(String(page.start))}::bigint`;
  const { joins, orderBy } =
    page.start === undefined ? defaultOrder(run.context.registry, plan.model, 't') : { joins: '', orderBy: key };

  // ---- Rows, in the order of each list
  let text = `select ${plan.select}, ${parent} as parent_ from ${from}${joins} where ${filter} order by ${orderBy}`;
  if (page.asked) {
    const columns = plan.columns.map((column, index) => `t."${column}" as c${index}`).join(', ');
    const names = plan.columns.map((_, index) => `c${index}`).join(', ');
    const last =
      page.limit === null ? '' : ` and number_ <= $${parameters.push(String(page.offset + page.limit))}::bigint`;
    text = `select ${names}, parent_ from (select ${columns}, ${parent} as parent_, row_number() over (partition by ${parent} order by ${orderBy}) as number_ from ${from}${joins} where ${filter}) as numbered where number_ > $${parameters.push(String(page.offset))}::bigint${last} order by number_`;
  }
  const children = await run.rows(text, parameters);
  const texts = await plan.render(children, run);
  const place = plan.columns.length;
  for (let i = 0; i < children.length; i++) {
    const parentKey = children[i]![place]!;
    const list = found.get(parentKey);
    if (!list) found.set(parentKey, [texts[i]!]);
    else if (page.limit === null || list.length < page.limit) list.push(texts[i]!);
  }
  return found;
}

interface Leading {
  /** The parent's key, as SQL. */
  readonly parent: string;
  readonly from: string;
  readonly and: string;
}

function leading(step: Step, { plan, parameters, run }: { plan: ObjectPlan; parameters: string[]; run: Run }): Leading {
  const key = `t."${keyColumn(plan.model)}"`;
  const typed = (column: string, of: Model) =>
    ` and ${column} = $${parameters.push(run.context.contentTypes.id(of.name) ?? '0')}::integer`;
  switch (step.way) {
    case 'reverse':
      return { parent: `t."${step.column}"`, from: plan.from, and: '' };
    case 'pairs':
      return {
        parent: `p."${step.own}"`,
        from: `"${step.table}" p join ${plan.from} on ${key} = p."${step.other}"`,
        and: '',
      };
    case 'generic':
      return { parent: `t."${step.idColumn}"`, from: plan.from, and: typed(`t."${step.typeColumn}"`, step.of) };
    case 'tags':
      return {
        parent: 'p.object_id',
        from: `extras_taggeditem p join ${plan.from} on ${key} = p.tag_id`,
        and: typed('p.content_type_id', step.of),
      };
    default:
      throw new Error(`${step.model.name}: a ${step.way} step leads to one object, not to many`);
  }
}
