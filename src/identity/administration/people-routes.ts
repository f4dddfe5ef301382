import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpError } from '#base/http-error.ts';
import { noteEvent } from '#identity/events/note-event.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { administrator, number } from './admin-routes.ts';
import type { IdentityEventPage } from './contract.ts';

type OfUser = FastifyRequest<{ Params: { id: string } }>;
type One = FastifyRequest<{ Params: { kind: string; id: string } }>;
type Listed = FastifyRequest<{ Querystring: Record<string, string> }>;
const prefix = '/patchbay/identity/';

/** Tables of what users sign in with, by the name in addresses. */
const authenticators: Readonly<Record<string, string>> = {
  totp: 'patchbay.identity_totp_device',
  passkeys: 'patchbay.identity_passkey',
};

/** What happened, who is signed in, and with what people sign in. */
export async function peopleRoutes(app: FastifyInstance, { parts }: { parts: IdentityParts }): Promise<void> {
  const { sql } = parts;

  app.get(`${prefix}events/`, async (request: Listed): Promise<IdentityEventPage> => {
    await administrator(parts, request);
    const { limit, offset, action = '', username = '', application = '' } = request.query;
    const filters = { action, username, application };
    const parameters = Object.values(filters);
    const condition = Object.keys(filters)
      .map((name, index) => `($${index + 1}::text = '' or ${name} = $${index + 1}::text)`)
      .join(' and ');
    const [counted] = await sql.unsafe<{ count: string }[]>(
      `select count(*) as count from patchbay.identity_event where ${condition}`,
      parameters,
    );
    const rows = await sql.unsafe<{ told: string }[]>(
      `select to_jsonb(e)::text as told from patchbay.identity_event e where ${condition} order by id desc
       limit ${number('limit', limit, 50, 1000)} offset ${number('offset', offset, 0, Number.MAX_SAFE_INTEGER)}`,
      parameters,
    );
    return {
      count: Number(counted?.count ?? 0),
      results: rows.map(({ told }) => JSON.parse(told) as IdentityEventPage['results'][number]),
    };
  });

  app.get(`${prefix}users/:id/authenticators/`, async (request: OfUser) => {
    await administrator(parts, request);
    const userId = idOf(request);
    const rows = await Promise.all(
      Object.entries(authenticators).map(async ([kind, table]) => {
        const found = await sql.unsafe<{ told: string }[]>(
          `select jsonb_build_object('kind', $2::text, 'id', id, 'name', name, 'created', created, 'last_used', last_used)::text as told
           from ${table} where user_id = $1 order by created`,
          [userId, kind],
        );
        return found.map(({ told }) => JSON.parse(told));
      }),
    );
    const [codes] = await sql.unsafe<{ count: string }[]>(
      'select count(*) as count from patchbay.identity_recovery_code where user_id = $1',
      [userId],
    );
    return { results: rows.flat(), recovery_codes: Number(codes?.count ?? 0) };
  });

  app.delete(`${prefix}authenticators/:kind/:id/`, async (request: One, reply) => {
    const who = await administrator(parts, request);
    const table = authenticators[request.params.kind];
    if (!table) throw new HttpError(404, 'Not found.');
    await sql.begin(async (transaction) => {
      const [row] = await transaction.unsafe<{ user_id: string }[]>(
        `delete from ${table} where id::text = $1 returning user_id`,
        [request.params.id],
      );
      if (!row) throw new HttpError(404, 'Not found.');
      await noteEvent(transaction, {
        action: 'authenticator_removed',
        ...who,
        context: { user: row.user_id, kind: request.params.kind },
      });
    });
    return reply.code(204).send();
  });

  app.get(`${prefix}users/:id/sessions/`, async (request: OfUser) => {
    await administrator(parts, request);
    const rows = await sql.unsafe<{ told: string }[]>(
      `select jsonb_build_object('created', created, 'expires', expires, 'signed_in', to_timestamp((payload->>'loginTs')::bigint),
         'amr', payload->'amr', 'clients', coalesce((select jsonb_agg(k order by k) from jsonb_object_keys(payload->'authorizations') k), '[]'))::text as told
       from patchbay.identity_artifact where model = 'Session' and account_id = $1 and expires > now() order by created`,
      [idOf(request)],
    );
    return { results: rows.map(({ told }) => JSON.parse(told)) };
  });

  /** Ends everything that a user has begun: sessions, grants, codes and tokens. */
  app.delete(`${prefix}users/:id/sessions/`, async (request: OfUser, reply) => {
    const who = await administrator(parts, request);
    await sql.begin(async (transaction) => {
      await transaction.unsafe('delete from patchbay.identity_artifact where account_id = $1', [idOf(request)]);
      await transaction.unsafe('delete from patchbay.identity_sign_in where user_id = $1', [idOf(request)]);
      await noteEvent(transaction, { action: 'token_revoked', ...who, context: { user: request.params.id } });
    });
    return reply.code(204).send();
  });
}

function idOf({ params }: OfUser): string {
  if (!/^\d{1,18}$/.test(params.id)) throw new HttpError(404, 'Not found.');
  return params.id;
}
