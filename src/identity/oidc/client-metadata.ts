import type { AdapterPayload } from 'oidc-provider';
import type { ProviderRow } from '#identity/rows/provider-row.ts';
import type { SecretBox } from '#identity/secret-box.ts';

/** Registered where none of the real ones can be: which URI may be used is asked of `redirectUriAllowed` alone. */
const placeholder = 'https://registered.invalid/';

const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** The algorithm of id_tokens: that of the signing key, or HS256 with the client's secret where there is none. */
export const signingAlgorithm = ({ algorithm }: Pick<ProviderRow, 'algorithm'>): string => algorithm ?? 'HS256';

/** A provider's one client, as oidc-provider wants it. */
export function clientMetadata(row: ProviderRow, box: SecretBox): AdapterPayload {
  const confidential = row.client_type === 'confidential';
  const secret = box.open(row.client_secret);
  return {
    client_id: row.client_id,
    ...(secret ? { client_secret: secret } : {}),
    client_name: row.application.name,
    token_endpoint_auth_method: confidential ? 'client_secret_basic' : 'none',
    grant_types: [
      'authorization_code',
      deviceCodeGrant,
      ...(row.mappings.some(({ scope_name }) => scope_name === 'offline_access') ? ['refresh_token'] : []),
      // A public client has no secret to show for it.
      ...(confidential ? ['client_credentials'] : []),
    ],
    response_types: ['code'],
    redirect_uris: [placeholder],
    id_token_signed_response_alg: signingAlgorithm(row) as 'RS256',
    ...(row.logout_uri ? { backchannel_logout_uri: row.logout_uri, backchannel_logout_session_required: true } : {}),
  };
}
