import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { authenticate } from '#access/authenticate.ts';
import { HttpError } from '#base/http-error.ts';
import { safeNext } from './safe-next.ts';
import { factsOf, type SsoParts } from './sso-parts.ts';

/**
 * `POST /oauth/disconnect/<backend>/` and `…/<backend>/<id>/`: takes away the links of one's own account. The last way
 * to log in stays.
 */
export async function disconnect(request: FastifyRequest, reply: FastifyReply, parts: SsoParts): Promise<FastifyReply> {
  const { sql, settings } = parts;
  const identity = await authenticate({ sql, settings: settings(), request: withFormToken(request) });
  const { user, session } = identity;
  if (!user || !session) throw new AccessError('notAuthenticated');
  const { backend, id } = request.params as { backend: string; id?: string };
  if (id !== undefined && !/^\d{1,18}$/.test(id)) throw new HttpError(404, 'Not found.');
  await sql.begin(async (transaction) => {
    const links = await transaction.unsafe(
      'select id, provider from social_auth_usersocialauth where user_id = $1 for update',
      [user.id],
    );
    const taken = links.filter((link) => link.provider === backend && (id === undefined || link.id === id));
    if (taken.length === 0) throw new HttpError(404, 'Not found.');
    const [row] = await transaction.unsafe('select password from users_user where id = $1', [user.id]);
    if (taken.length === links.length && !/^[^!]/.test(String(row?.password ?? '')))
      throw new HttpError(409, 'Without this link nobody could log in to the account: set a password first.');
    for (const link of taken)
      await transaction.unsafe('delete from social_auth_usersocialauth where id = $1', [link.id as string]);
  });
  if (!(request.headers.accept ?? '').includes('text/html')) return reply.code(204).send();
  const { next } = (request.body ?? {}) as Record<string, unknown>;
  return reply.redirect(safeNext(next, parts.basePath), 302);
}

/** A form carries the session's token under Django's name. */
function withFormToken(request: FastifyRequest) {
  const facts = factsOf(request);
  const token = ((request.body ?? {}) as Record<string, unknown>).csrfmiddlewaretoken;
  return typeof token === 'string' && !facts.headers['x-csrftoken']
    ? { ...facts, headers: { ...facts.headers, 'x-csrftoken': token } }
    : facts;
}
