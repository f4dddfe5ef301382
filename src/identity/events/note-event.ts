import type { Queryable } from '#database/connect.ts';

/** What the audit log tells of, under authentik's names. */
const eventActions = [
  'login',
  'login_failed',
  'logout',
  'authorize_application',
  'suspicious_request',
  'password_set',
  'property_mapping_exception',
  'configuration_error',
  'model_created',
  'model_updated',
  'model_deleted',
  'secret_view',
  'secret_rotate',
  'authenticator_added',
  'authenticator_removed',
  'token_revoked',
  /** What expressions tell of by themselves. */
  'custom',
] as const;

export interface NewEvent {
  readonly action: (typeof eventActions)[number];
  readonly username?: string | undefined;
  readonly application?: string | undefined;
  /** Where the request came from. */
  readonly address?: string | null | undefined;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Writes an event into the audit log. No secret may be in its context. */
export async function noteEvent(sql: Queryable, event: NewEvent): Promise<void> {
  await sql.unsafe(
    `insert into patchbay.identity_event (action, username, application, address, context)
     values ($1, $2, $3, $4, $5::jsonb)`,
    [
      event.action,
      event.username ?? '',
      event.application ?? '',
      event.address ?? null,
      JSON.stringify(event.context ?? {}).replaceAll('\\u0000', ''),
    ],
    { prepare: true },
  );
}
