import { defaultOrder } from '#database/select/default-order.ts';
import type { Step } from '#query/step.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ReadContext } from '../context.ts';
import type { Part } from '../part.ts';
import type { Row } from '../row.ts';
import { type Shape, tableOf } from '../shape.ts';

interface Many {
  readonly texts: ReadonlyMap<string, string>;
  readonly ids: ReadonlyMap<string, string[]>;
}

/** The statement that gives pairs of (this object's key, related key) for many objects, in the related model's order. */
function pairsStatement(step: Step, context: ReadContext): { text: string; before: string[] } {
  const { registry } = context;
  const target = step.model;
  const { joins, orderBy } = defaultOrder(registry, target, 't');
  const key = `t.${keyColumn(target)}`;
  const from = `${tableOf(target)} t${joins}`;
  switch (step.way) {
    case 'reverse':
      return {
        text: `select t."${step.column}", ${key} from ${from} where t."${step.column}" = any($1) order by ${orderBy}`,
        before: [],
      };
    case 'pairs':
      return {
        text: `select p.${step.own}, ${key} from ${step.table} p join ${from.replace(' t', ` t on t.${keyColumn(target)} = p.${step.other}`)} where p.${step.own} = any($1) order by ${orderBy}`,
        before: [],
      };
    case 'generic':
      return {
        text: `select t."${step.idColumn}", ${key} from ${from} where t."${step.idColumn}" = any($1) and t."${step.typeColumn}" = $2 order by ${orderBy}`,
        before: [context.contentTypes.id(step.of.name) ?? '0'],
      };
    case 'tags':
      return {
        text: `select p.object_id, ${key} from extras_taggeditem p join ${from.replace(' t', ' t on t.id = p.tag_id')} where p.object_id = any($1) and p.content_type_id = $2 order by ${orderBy}`,
        before: [context.contentTypes.id(step.of.name) ?? '0'],
      };
    default:
      throw new Error(`${step.model.name}: a ${step.way} step leads to one object, not to many`);
  }
}

/** Keys of related objects by the key of the object, in the related model's order. */
export async function relatedKeys(
  step: Step,
  keys: readonly string[],
  context: ReadContext,
): Promise<Map<string, string[]>> {
  const { text, before } = pairsStatement(step, context);
  const pairs = await context.rows(text, [`{${keys.join(',')}}`, ...before]);
  const found = new Map<string, string[]>();
  for (const [own, other] of pairs) {
    const list = found.get(own!);
    if (list) list.push(other!);
    else found.set(own!, [other!]);
  }
  return found;
}

async function loadMany(
  { step, shape }: { step: () => Step; shape: () => Shape },
  rows: readonly Row[],
  context: ReadContext,
): Promise<Many> {
  const ids = await relatedKeys(
    step(),
    rows.map((row) => row[0]!),
    context,
  );
  const texts = ids.size > 0 ? await context.load(shape(), [...ids.values()].flat()) : new Map<string, string>();
  return { texts, ids };
}

/** The related objects as a list, in their model's default order. */
export function manyPart({
  name,
  model,
  step,
  shape,
}: {
  name: string;
  model: Model;
  step: () => Step;
  shape: () => Shape;
}): Part {
  return {
    name,
    columns: [keyColumn(model)],
    bind: () => ({
      load: (rows, context) => loadMany({ step, shape }, rows, context),
      text(row, state) {
        const { ids, texts } = state as Many;
        const list = ids.get(row[0]!);
        return list ? `[${list.map((id) => texts.get(id)).join(',')}]` : '[]';
      },
    }),
  };
}

/** The first of the related objects, or `absent`. */
export function firstPart({
  name,
  model,
  step,
  shape,
  absent = 'null',
}: {
  name: string;
  model: Model;
  step: () => Step;
  shape: () => Shape;
  absent?: string;
}): Part {
  return {
    name,
    columns: [keyColumn(model)],
    bind: () => ({
      load: (rows, context) => loadMany({ step, shape }, rows, context),
      text(row, state) {
        const { ids, texts } = state as Many;
        const first = ids.get(row[0]!)?.[0];
        return first === undefined ? absent : (texts.get(first) ?? absent);
      },
    }),
  };
}

/** The models that content types name, as `<app>.<model>` in the order of their ids. */
export function contentTypesPart(
  name: string,
  model: Model,
  pairs: { table: string; own: string; other: string },
): Part {
  return {
    name,
    columns: [keyColumn(model)],
    bind: () => ({
      async load(rows, context) {
        const found = new Map<string, string[]>();
        for (const [own, type] of await context.rows(
          `select ${pairs.own}, ${pairs.other} from ${pairs.table} where ${pairs.own} = any($1) order by 2`,
          [`{${rows.map((row) => row[0]).join(',')}}`],
        )) {
          const text = JSON.stringify(context.contentTypes.name(type!) ?? null);
          const list = found.get(own!);
          if (list) list.push(text);
          else found.set(own!, [text]);
        }
        return found;
      },
      text: (row, state) => `[${(state as Map<string, string[]>).get(row[0]!)?.join(',') ?? ''}]`,
    }),
  };
}
