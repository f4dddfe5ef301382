import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomText } from '#access/make-token.ts';
import { HttpError } from '#base/http-error.ts';
import { expressionLookups } from '#identity/claims/expression-lookups.ts';
import { expressionGiven, hashedIds } from '#identity/claims/run-expression.ts';
import { scopeClaims } from '#identity/claims/scope-claims.ts';
import { noteEvent } from '#identity/events/note-event.ts';
import { usualSubject } from '#identity/keys/complete-key.ts';
import { keepKeyVersion } from '#identity/keys/keep-key-version.ts';
import { type Algorithm, makeKeyVersion } from '#identity/keys/make-key-version.ts';
import { subjectIn } from '#identity/keys/read-certificate.ts';
import { portalRow } from '#identity/oidc/portal-row.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { type FoundProvider, findProviderByClientId } from '#identity/rows/find-provider.ts';
import { findUser, type UserRow } from '#identity/rows/user-row.ts';
import { administrator, valuesOf } from './admin-routes.ts';
import type { ClientSecret, ProviderAddresses } from './contract.ts';

type WithId = FastifyRequest<{ Params: { id: string } }>;
const prefix = '/patchbay/identity/';

/** What can be done beside reading and writing: secrets, rotation of keys, previews. */
export async function actionRoutes(app: FastifyInstance, { parts }: { parts: IdentityParts }): Promise<void> {
  const { sql, box, base } = parts;

  app.get(`${prefix}providers/:id/client_secret/`, async (request: WithId): Promise<ClientSecret> => {
    const who = await administrator(parts, request);
    const { client_secret, name } = await providerColumns(request.params.id);
    const secret = box.open(client_secret);
    if (secret === undefined) throw new HttpError(409, 'The secret was sealed under another SECRET_KEY: rotate it.');
    await noteEvent(sql, { action: 'secret_view', ...who, context: { provider: name } });
    return { client_secret: secret };
  });

  app.post(`${prefix}providers/:id/client_secret/`, async (request: WithId): Promise<ClientSecret> => {
    const who = await administrator(parts, request);
    const { name } = await providerColumns(request.params.id);
    const secret = randomText(128);
    await sql.begin(async (transaction) => {
      await transaction.unsafe('update patchbay.identity_provider set client_secret = $2 where id::text = $1', [
        request.params.id,
        box.seal(secret),
      ]);
      await noteEvent(transaction, { action: 'secret_rotate', ...who, context: { provider: name } });
    });
    return { client_secret: secret };
  });

  /** The addresses that a client is configured with. */
  app.get(`${prefix}providers/:id/setup/`, async (request: WithId): Promise<ProviderAddresses> => {
    await administrator(parts, request);
    const { row } = await usedProvider(request.params.id);
    const root = `${parts.originOf(request)}${base}/application/o`;
    const own = `${root}/${row.application.slug}`;
    return {
      issuer: row.issuer_mode === 'global' ? `${parts.originOf(request)}${base}/` : `${own}/`,
      discovery: `${own}/.well-known/openid-configuration`,
      authorize: `${root}/authorize/`,
      token: `${root}/token/`,
      userinfo: `${root}/userinfo/`,
      introspect: `${root}/introspect/`,
      revoke: `${root}/revoke/`,
      device: `${root}/device/`,
      jwks: `${own}/jwks/`,
      end_session: `${own}/end-session/`,
    };
  });

  /** What a user's userinfo would be. */
  app.post(`${prefix}providers/:id/preview/`, async (request: WithId) => {
    await administrator(parts, request);
    const { row } = await usedProvider(request.params.id);
    const user = await chosenUser(valuesOf(request.body).user);
    const scopes = row.mappings.map(({ scope_name }) => scope_name);
    return { claims: await scopeClaims({ sql, run: parts.runExpression, user, provider: row, scopes }) };
  });

  /** What an expression that nobody has saved yet gives for a user. */
  app.post(`${prefix}scope-mappings/preview/`, async (request) => {
    await administrator(parts, request);
    const { expression, user, name = 'expression', scope_name = '' } = valuesOf(request.body);
    if (typeof expression !== 'string') throw new HttpError(400, { expression: ['This field is required.'] });
    const hashedId = hashedIds(parts.settings().SECRET_KEY);
    const provider = portalRow;
    const given = expressionGiven({ user: await chosenUser(user), provider, scopes: [String(scope_name)] }, hashedId);
    return parts.expressions.preview({ name: String(name), text: expression }, given, expressionLookups(sql, hashedId));
  });

  app.post(`${prefix}keys/:id/rotate/`, async (request: WithId) => {
    const who = await administrator(parts, request);
    const [key] = await sql.unsafe<{ name: string; algorithm: string; certificate: string | null }[]>(
      `select k.name, k.algorithm, v.certificate from patchbay.identity_key k
       left join patchbay.identity_key_version v on v.key_id = k.id and v.verifies_until is null
       where k.id::text = $1`,
      [request.params.id],
    );
    if (!key) throw new HttpError(404, 'Not found.');
    const subject = { ...usualSubject(key.name), ...(key.certificate ? subjectIn(key.certificate) : {}) };
    const version = await makeKeyVersion(key.algorithm as Algorithm, subject);
    await sql.begin(async (transaction) => {
      await keepKeyVersion(transaction, box, request.params.id, version);
      await noteEvent(transaction, { action: 'secret_rotate', ...who, context: { key: key.name, kid: version.kid } });
    });
    return { kid: version.kid };
  });

  async function providerColumns(id: string) {
    const [row] = await sql.unsafe<{ client_secret: string; client_id: string; name: string }[]>(
      'select client_secret, client_id, name from patchbay.identity_provider where id::text = $1',
      [id],
    );
    if (!row) throw new HttpError(404, 'Not found.');
    return row;
  }

  async function usedProvider(id: string): Promise<FoundProvider> {
    const { client_id } = await providerColumns(id);
    const found = await findProviderByClientId(sql, client_id);
    if (!found) throw new HttpError(409, 'No application uses this provider yet.');
    return found;
  }

  async function chosenUser(given: unknown): Promise<UserRow> {
    const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : given;
    const user = typeof id === 'number' || typeof id === 'string' ? await findUser(sql, id) : null;
    if (!user) throw new HttpError(400, { user: ['There is no such user.'] });
    return user;
  }
}
