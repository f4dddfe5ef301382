import type { Queryable } from '#database/connect.ts';
import type { ProviderRow } from './provider-row.ts';

/** A provider, and the text that it was read from: the same text means that nothing about it has changed. */
export interface FoundProvider {
  readonly row: ProviderRow;
  readonly text: string;
}

const statement = (condition: string) => `
  select jsonb_build_object(
    'id', p.id, 'name', p.name, 'client_type', p.client_type, 'client_id', p.client_id,
    'client_secret', p.client_secret, 'redirect_uris', p.redirect_uris, 'sub_mode', p.sub_mode,
    'issuer_mode', p.issuer_mode, 'consent', p.consent, 'include_claims_in_id_token', p.include_claims_in_id_token,
    'access_code_validity', p.access_code_validity, 'access_token_validity', p.access_token_validity,
    'refresh_token_validity', p.refresh_token_validity, 'logout_uri', p.logout_uri,
    'application', jsonb_build_object('id', a.id, 'name', a.name, 'slug', a.slug, 'launch_url', a.launch_url),
    'algorithm', k.algorithm,
    'keys', coalesce((
      select jsonb_agg(jsonb_build_object('kid', v.kid, 'public_jwk', v.public_jwk, 'private_sealed', v.private_sealed,
        'certificate', v.certificate, 'signs', v.verifies_until is null) order by v.id desc)
      from patchbay.identity_key_version v
      where v.key_id = p.signing_key_id and (v.verifies_until is null or v.verifies_until > now())), '[]'),
    'mappings', coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'managed', m.managed,
        'scope_name', m.scope_name, 'description', m.description, 'expression', m.expression) order by m.scope_name, m.id)
      from patchbay.identity_scope_mapping m
      join patchbay.identity_provider_mapping pm on pm.mapping_id = m.id and pm.provider_id = p.id), '[]'))::text as provider
  from patchbay.identity_provider p
  join patchbay.identity_application a on a.provider_id = p.id
  left join patchbay.identity_key k on k.id = p.signing_key_id
  where ${condition}`;

const byClientId = statement('p.client_id = $1');
const bySlug = statement('a.slug = $1');

/** The provider of a client; null where there is none, or no application uses it. */
export const findProviderByClientId = (sql: Queryable, clientId: string): Promise<FoundProvider | null> =>
  find(sql, byClientId, clientId);

/** The provider of the application with the slug. */
export const findProviderBySlug = (sql: Queryable, slug: string): Promise<FoundProvider | null> =>
  find(sql, bySlug, slug);

async function find(sql: Queryable, text: string, value: string): Promise<FoundProvider | null> {
  if (value.includes('\0')) return null;
  const [found] = await sql.unsafe<{ provider: string }[]>(text, [value], { prepare: true });
  return found ? { row: JSON.parse(found.provider) as ProviderRow, text: found.provider } : null;
}
