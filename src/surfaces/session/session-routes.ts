import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { authenticate } from '#access/authenticate.ts';
import { changePassword } from '#access/change-password.ts';
import { checkPassword } from '#access/check-password.ts';
import { checkOrigin } from '#access/csrf.ts';
import { logIn } from '#access/log-in.ts';
import { preferredLanguage } from '#access/preferred-language.ts';
import { endSession, type SessionData, sessionData } from '#access/session.ts';
import { isSecure, readCookie, sessionCookie } from '#access/session-cookie.ts';
import { sessionOrigin } from '#access/session-origin.ts';
import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { refuseInMaintenance } from '#operations/write/refuse-in-maintenance.ts';
import type { Registry } from '#registry/registry.ts';
import type { LoggedOut, Session } from './contract.ts';
import { ownSessionRoutes } from './own-session-routes.ts';
import { readCredentials } from './read-credentials.ts';
import { readPasswordChange } from './read-password-change.ts';
import { sessionAnswer } from './session-answer.ts';

export interface SessionOptions {
  readonly sql: Sql;
  readonly registry: Registry;
  /** The settings in force, asked anew for every request. */
  settings(): Settings;
  readonly version: string;
  readonly netboxVersion: string;
  /** Left out: everything. */
  readonly serves?: Session['serves'];
  /** Where somebody with this session goes who logs out; null: where anybody does. */
  logoutTarget?(request: FastifyRequest, data: SessionData): Promise<string | null>;
}

/** Logging in and out with a browser, and one's own password: `/patchbay/session/` for the pages, `/logout/` for NetBox's address of it. */
export async function sessionRoutes(app: FastifyInstance, options: SessionOptions): Promise<void> {
  const { sql } = options;
  const facts = ({ headers, ip, method }: FastifyRequest) => ({ headers, address: ip, method });
  const secure = ({ headers, protocol }: FastifyRequest) => protocol === 'https' || isSecure(headers);

  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof HttpError)) throw error;
    if (error instanceof AccessError) reply.headers(error.headers);
    return reply.code(error.status).send(error.body);
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/patchbay/session/', async (request, reply) => {
    const settings = options.settings();
    const identity = await authenticate({ sql, settings, request: facts(request) });
    if (identity.session?.renewal) reply.header('set-cookie', identity.session.renewal);
    const language = await preferredLanguage(sql, identity.user);
    return sessionAnswer(identity, { ...options, settings, language });
  });

  app.post('/patchbay/session/', async (request, reply) => {
    const settings = options.settings();
    // No session's token protects a login; JSON is what no form of another site can send.
    checkOrigin(request.headers, settings);
    const credentials = readCredentials(request.body);
    const user = await checkPassword({ sql, settings, request: facts(request), ...credentials });
    if (!user) throw new AccessError('invalidLogin');
    const replaces = readCookie(request.headers, settings.SESSION_COOKIE_NAME);
    const key = await logIn(sql, settings, {
      userId: user.id,
      passwordHash: user.passwordHash,
      origin: sessionOrigin(facts(request), settings),
      replaces,
    });
    return reply
      .code(204)
      .header('set-cookie', sessionCookie(key, settings, secure(request)))
      .send();
  });

  app.post('/patchbay/session/password/', async (request, reply) => {
    const settings = options.settings();
    const { user, session } = await authenticate({ sql, settings, request: facts(request) });
    if (!user || !session) throw new AccessError('notAuthenticated');
    refuseInMaintenance(settings);
    const change = readPasswordChange(request.body);
    const asked = { ...change, user, session: session.key, request: facts(request) };
    const key = await changePassword(sql, settings, asked);
    return reply
      .code(204)
      .header('set-cookie', sessionCookie(key, settings, secure(request)))
      .send();
  });

  /** Ends the request's session; returns where its user goes, where it isn't the usual place. */
  async function logOut(request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    const settings = options.settings();
    const key = readCookie(request.headers, settings.SESSION_COOKIE_NAME);
    const data = key ? await sessionData(sql, settings, key) : null;
    const target = (data && (await options.logoutTarget?.(request, data))) ?? null;
    if (key) await endSession(sql, key);
    reply.header('set-cookie', sessionCookie(null, settings, secure(request)));
    return target;
  }

  app.delete('/patchbay/session/', async (request, reply) => {
    await authenticate({ sql, settings: options.settings(), request: facts(request) });
    const target = (await logOut(request, reply)) ?? givenTarget(options.settings());
    return target === null ? reply.code(204).send() : ({ redirect: target } satisfies LoggedOut);
  });

  ownSessionRoutes(app, { sql, settings: options.settings, facts });

  app.route({
    method: ['GET', 'POST'],
    url: '/logout/',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const settings = options.settings();
      const target = (await logOut(request, reply)) ?? givenTarget(settings);
      // NetBox's default is the name of its home page.
      return reply.redirect(target ?? `/${settings.BASE_PATH}`.replace(/\/*$/, '/').replace(/^\/+/, '/'), 302);
    },
  });
}

/** LOGOUT_REDIRECT_URL, where it is an address. */
const givenTarget = ({ LOGOUT_REDIRECT_URL: target }: Settings): string | null =>
  /^(\/|https?:\/\/)/.test(target) ? target : null;
