import { registry } from '#models/registry.ts';
import type { Sql } from '../connect.ts';
import { baseRowsSql } from './base-rows-sql.ts';
import { schemaSql } from './schema-sql.ts';

/**
 * Fills an empty database with NetBox 4.7's schema and the rows its migrations leave, so that a NetBox finds nothing
 * to migrate; and makes the schema `patchbay` for what only we keep. All or nothing, in one transaction.
 */
export async function createSchema(sql: Sql): Promise<void> {
  const script = [schemaSql(registry), baseRowsSql(registry), 'CREATE SCHEMA IF NOT EXISTS patchbay;'].join('\n');
  await sql.begin(async (transaction) => {
    await transaction.unsafe(script).simple();
  });
}
