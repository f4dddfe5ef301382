import type { ProviderRow } from '#identity/rows/provider-row.ts';

/** A provider that no client has: of the user's own page, and of expressions that nobody uses yet. */
export const portalRow: ProviderRow = {
  id: 0,
  name: '',
  client_type: 'confidential',
  client_id: '',
  client_secret: '',
  redirect_uris: [],
  sub_mode: 'hashed_user_id',
  issuer_mode: 'per_provider',
  consent: 'implicit',
  include_claims_in_id_token: true,
  access_code_validity: 60,
  access_token_validity: 300,
  refresh_token_validity: 2_592_000,
  logout_uri: '',
  application: { id: '', name: '', slug: '', launch_url: '' },
  algorithm: null,
  keys: [],
  mappings: [],
};
