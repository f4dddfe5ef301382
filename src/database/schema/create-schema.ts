import { registry } from '#models/registry.ts';
import type { Queryable, Sql } from '../connect.ts';
import { baseRowsSql } from './base-rows-sql.ts';
import { schemaSql } from './schema-sql.ts';

/**
 * Fills an empty database with NetBox 4.7's schema and the rows its migrations leave, so that a NetBox finds nothing
 * to migrate; and makes the schema `patchbay` for what only we keep. All or nothing: in a transaction of its own, or
 * as part of the one given.
 */
export async function createSchema(sql: Sql | Queryable): Promise<void> {
  const script = [schemaSql(registry), baseRowsSql(registry), 'CREATE SCHEMA IF NOT EXISTS patchbay;'].join('\n');
  const run = async (transaction: Queryable): Promise<void> => {
    await transaction.unsafe(script).simple();
  };
  await ('begin' in sql ? sql.begin(run) : run(sql));
}
