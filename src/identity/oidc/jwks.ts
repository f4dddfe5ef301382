import type { JWK } from 'oidc-provider';
import type { KeyVersionRow } from '#identity/rows/provider-row.ts';
import type { SecretBox } from '#identity/secret-box.ts';

/** A stored key was sealed under another SECRET_KEY, and is of no use until that one is given again. */
export class SealedKeyError extends Error {
  override name = 'SealedKeyError';
  constructor(kid: string) {
    super(`The signing key ${kid} was sealed under another SECRET_KEY: give that one, or rotate the key.`);
  }
}

/** A provider's keys with their private parts, the one that signs first. */
export function jwksOf(keys: readonly KeyVersionRow[], algorithm: string | null, box: SecretBox): { keys: JWK[] } {
  const ordered = [...keys].sort((one, other) => Number(other.signs) - Number(one.signs));
  return {
    keys: ordered.map(({ kid, private_sealed, certificate }) => {
      const opened = box.open(private_sealed);
      if (opened === undefined) throw new SealedKeyError(kid);
      const chain = certificate === null ? {} : { x5c: [certificate.replace(/-----[A-Z ]+-----|\s/g, '')] };
      return { ...(JSON.parse(opened) as JWK), kid, use: 'sig', alg: algorithm ?? '', ...chain } as JWK;
    }),
  };
}
