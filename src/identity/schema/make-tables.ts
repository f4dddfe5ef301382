import type { Sql } from '#database/connect.ts';
import { defaultMappings } from '#identity/claims/default-mappings.ts';
import { tablesSql } from './tables.ts';

/**
 * Makes what is missing of the identity provider's tables, and the scope mappings that authentik brings along. Two
 * processes that start at once take turns.
 */
export async function makeTables(sql: Sql): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction.unsafe(`select pg_advisory_xact_lock(hashtext('patchbay.identity')); ${tablesSql}`).simple();
    await transaction.unsafe(
      `insert into patchbay.identity_scope_mapping (name, managed, scope_name, description, expression)
       select name, managed, scope_name, description, expression
       from jsonb_to_recordset($1::jsonb) as mapping(name text, managed text, scope_name text, description text, expression text)
       on conflict do nothing`,
      [JSON.stringify(defaultMappings)],
    );
  });
}
