import type { JWK, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { certificateMembers } from '#identity/keys/read-certificate.ts';
import type { KeyVersionRow } from '#identity/rows/provider-row.ts';
import type { SecretBox } from '#identity/secret-box.ts';

/** A stored key was sealed under another SECRET_KEY, and is of no use until that one is given again. */
class SealedKeyError extends Error {
  override name = 'SealedKeyError';
  constructor(kid: string) {
    super(`The signing key ${kid} was sealed under another SECRET_KEY: give that one, or rotate the key.`);
  }
}

/** A provider's keys with their private parts, the one that signs first. */
export function jwksOf(keys: readonly KeyVersionRow[], algorithm: string | null, box: SecretBox): { keys: JWK[] } {
  const ordered = [...keys].sort((one, other) => Number(other.signs) - Number(one.signs));
  return {
    keys: ordered.map(({ kid, private_sealed }) => {
      const opened = box.open(private_sealed);
      if (opened === undefined) throw new SealedKeyError(kid);
      return { ...(JSON.parse(opened) as JWK), kid, use: 'sig', alg: algorithm ?? '' } as JWK;
    }),
  };
}

/** Tells the keys' certificates in the JWKS (RFC 7517, 4.7), of which oidc-provider passes on some members only. */
export function serveCertificates(provider: Provider, keys: readonly KeyVersionRow[]): void {
  const known = new Map(
    keys.flatMap(({ kid, certificate }) => (certificate ? [[kid, certificateMembers(certificate)]] : [])),
  );
  provider.use(async (ctx, next) => {
    await next();
    if ((ctx as KoaContextWithOIDC).oidc?.route !== 'jwks') return;
    const told = ctx.body as { keys: { kid: string }[] };
    ctx.body = { keys: told.keys.map((key) => ({ ...key, ...known.get(key.kid) })) };
  });
}
