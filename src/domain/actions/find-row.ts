import { notFound } from '#base/http-error.ts';
import { whereSql } from '#database/select/where.ts';
import type { ActionRequest } from '#operations/action.ts';
import { isKey } from '#operations/read/get-object.ts';
import type { Row } from '#operations/read/row.ts';
import { type Condition, never } from '#query/tree.ts';
import { keyColumn } from '#registry/registry.ts';

/** What is read of the object that the path names. */
export interface RowRequest {
  readonly model: string;
  /** A select list over the alias `t`. */
  readonly select: string;
  /** Which objects may be seen. */
  readonly where: Condition;
}

/** Columns of the object that the path names. Throws 404 where there is none, or none that may be seen. */
export async function findRow(
  { context, key }: Pick<ActionRequest, 'context' | 'key'>,
  { model: name, select, where }: RowRequest,
): Promise<Row> {
  const model = context.registry.get(name);
  if (where === never || key === undefined || !isKey(key)) throw notFound(model.className);
  const parameters = [key];
  const condition = whereSql(where, { model, alias: 't', parameters });
  const rows = await context.rows(
    `select ${select} from ${model.table} t where t.${keyColumn(model)} = $1 and ${condition}`,
    parameters,
  );
  if (!rows[0]) throw notFound(model.className);
  return rows[0];
}
