import type { Find } from '#query/find.ts';
import { fieldNamed } from '#query/path.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import type { Queryable } from '../connect.ts';
import { whereSql } from './where.ts';

/** Reads objects for whoever understands a query; one statement a question. */
export function finder(sql: Queryable): Find {
  return async ({ model, where, fields }) => {
    if (where.op === 'never') return [];
    const parameters: string[] = [];
    const columns = fields.map((name) => {
      const field = name === 'id' ? undefined : fieldNamed(model, name);
      if (name !== 'id' && !field) throw new Error(`${model.name} has no field ${name}`);
      return `t."${field ? columnOf(field) : keyColumn(model)}"`;
    });
    const condition = whereSql(where, { model, alias: 't', parameters });
    const text = `select ${columns.join(', ')} from "${model.table}" as t where ${condition}`;
    return (await sql.unsafe(text, parameters, { prepare: true }).values()) as unknown as (string | null)[][];
  };
}
