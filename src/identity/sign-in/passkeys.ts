import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Queryable } from '#database/connect.ts';
import type { UserRow } from '#identity/rows/user-row.ts';

interface PasskeyRow {
  id: string;
  user_id: string;
  credential_id: string;
  public_key: string;
  counter: string;
  transports: string;
}

const columns = 'select id, user_id, credential_id, public_key, counter, transports from patchbay.identity_passkey';
const rpIdOf = (origin: string): string => new URL(origin).hostname;
const described = ({ credential_id, transports }: PasskeyRow) => ({
  id: credential_id,
  transports: JSON.parse(transports) as ('internal' | 'usb')[],
});

/** What a browser needs to ask for a passkey: one of the user's, or any that it knows for us. */
export async function passkeyOptions(
  sql: Queryable,
  origin: string,
  userId: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const known = userId === null ? [] : await sql.unsafe<PasskeyRow[]>(`${columns} where user_id = $1`, [userId]);
  return generateAuthenticationOptions({
    rpID: rpIdOf(origin),
    userVerification: userId === null ? 'required' : 'preferred',
    ...(userId === null ? {} : { allowCredentials: known.map(described) }),
  });
}

export interface PasskeyAnswer {
  readonly sql: Queryable;
  readonly origin: string;
  readonly challenge: string;
  readonly response: unknown;
  /** Whose it must be; null: whoever it belongs to, who must have unlocked it. */
  readonly userId: string | null;
}

/** Whose passkey has signed the challenge, and whether the user unlocked it; null where it doesn't hold. */
export async function verifyPasskey(answer: PasskeyAnswer): Promise<{ userId: string; unlocked: boolean } | null> {
  const { sql, origin, challenge, userId } = answer;
  const response = answer.response as AuthenticationResponseJSON;
  if (typeof response?.id !== 'string') return null;
  const [row] = await sql.unsafe<PasskeyRow[]>(`${columns} where credential_id = $1`, [response.id]);
  if (!row || (userId !== null && row.user_id !== userId)) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: userId === null,
      credential: {
        ...described(row),
        publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
        counter: Number(row.counter),
      },
    });
    if (!verified) return null;
    await sql.unsafe('update patchbay.identity_passkey set counter = $2, last_used = now() where id = $1', [
      row.id,
      authenticationInfo.newCounter,
    ]);
    return { userId: row.user_id, unlocked: authenticationInfo.userVerified };
  } catch {
    return null;
  }
}

/** What a browser needs to make a passkey for a user. */
export async function newPasskeyOptions(
  sql: Queryable,
  origin: string,
  user: UserRow,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await sql.unsafe<PasskeyRow[]>(`${columns} where user_id = $1`, [user.id]);
  return generateRegistrationOptions({
    rpName: 'Patchbay',
    rpID: rpIdOf(origin),
    userName: user.username,
    userDisplayName: user.name || user.username,
    userID: new TextEncoder().encode(user.uuid),
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
}

export interface NewPasskey {
  readonly sql: Queryable;
  readonly origin: string;
  readonly challenge: string;
  readonly response: unknown;
  readonly userId: number;
  readonly name: string;
}

/** Keeps a passkey that a browser made for the challenge; false where it doesn't hold. */
export async function keepPasskey(passkey: NewPasskey): Promise<boolean> {
  const { sql, origin, challenge, userId, name } = passkey;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: passkey.response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: false,
    });
    if (!verified) return false;
    const { credential } = registrationInfo;
    const rows = await sql.unsafe(
      `insert into patchbay.identity_passkey (user_id, name, credential_id, public_key, counter, transports)
       values ($1, $2, $3, $4, $5, $6::jsonb) on conflict (credential_id) do nothing returning id`,
      [
        userId,
        name,
        credential.id,
        Buffer.from(credential.publicKey).toString('base64url'),
        credential.counter,
        JSON.stringify(credential.transports ?? []),
      ],
    );
    return rows.length > 0;
  } catch {
    return false;
  }
}
