import type { Sql } from '#database/connect.ts';
import { inOwnSchema } from '#database/own-schema.ts';
import { defaultMappings } from '#identity/claims/default-mappings.ts';
import { usualSubject } from '#identity/keys/complete-key.ts';
import { keepKeyVersion } from '#identity/keys/keep-key-version.ts';
import { makeKeyVersion } from '#identity/keys/make-key-version.ts';
import type { SecretBox } from '#identity/secret-box.ts';
import { tablesSql } from './tables.ts';

/** The key that is there from the beginning, under the name that blueprints for authentik find it by. */
const defaultKey = 'authentik Self-signed Certificate';

/**
 * Makes what is missing of the identity provider's tables, and what authentik brings along: scope mappings, and a key to
 * sign with. Two processes that start at once take turns.
 */
export async function makeTables(sql: Sql, box: SecretBox): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction.unsafe(inOwnSchema(tablesSql)).simple();
    await transaction.unsafe(
      `insert into patchbay.identity_scope_mapping (name, managed, scope_name, description, expression)
       select name, managed, scope_name, description, expression
       from jsonb_to_recordset($1::jsonb) as mapping(name text, managed text, scope_name text, description text, expression text)
       on conflict do nothing`,
      [JSON.stringify(defaultMappings)],
    );
    const [key] = await transaction.unsafe<{ id: string }[]>(
      `insert into patchbay.identity_key (name, algorithm) select $1, 'RS256'
       where not exists (select from patchbay.identity_key) returning id`,
      [defaultKey],
    );
    if (key) await keepKeyVersion(transaction, box, key.id, await makeKeyVersion('RS256', usualSubject(defaultKey)));
  });
}
