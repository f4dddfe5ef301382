import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticateSession } from '#access/authenticate-session.ts';
import { logIn } from '#access/log-in.ts';
import { isSecure, readCookie, sessionCookie } from '#access/session-cookie.ts';
import { sessionOrigin } from '#access/session-origin.ts';
import type { Queryable } from '#database/connect.ts';
import type { LoginNotice } from '../contract.ts';
import { LoginRefused } from '../pipeline/login-refused.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import { StepFailed } from '../pipeline/step-failed.ts';
import { testPipeline } from '../pipeline/test-pipeline.ts';
import type { Vouched } from '../protocol/provider-client.ts';
import { ProviderError } from '../protocol/provider-error.ts';
import type { Provider } from '../settings/provider.ts';
import { forgetRefused, noteRefused } from '../store/login-attempts.ts';
import { keepTest } from '../store/login-tests.ts';
import { type PendingLogin, takePending } from '../store/pending-logins.ts';
import { loginPage, providerOf } from './begin.ts';
import { appendCookie, knownBrowser } from './browser.ts';
import { logFailure } from './log-failure.ts';
import { leaveNotice } from './notice.ts';
import { factsOf, type SsoParts } from './sso-parts.ts';

/** `GET /oauth/complete/<backend>/`: the provider sent the browser back. */
export async function complete(request: FastifyRequest, reply: FastifyReply, parts: SsoParts): Promise<FastifyReply> {
  const provider = providerOf(request, parts);
  const query = request.query as Record<string, unknown>;
  // The address that every provider knows is also where it may send people after a logout.
  if (query.code === undefined && query.error === undefined) return reply.redirect(loginPage(parts), 302);

  const browser = knownBrowser(request);
  const state = typeof query.state === 'string' ? query.state : '';
  const pending = browser === null ? null : await takePending(parts.sql, { state, browser, provider: provider.name });
  if (!pending)
    return refuse({
      kind: 'expired',
      message: 'This login was begun in another browser, took too long, or was completed before. Please begin again.',
    });

  let vouched: Vouched;
  try {
    vouched = await parts.client(provider).complete({ ...pending, state, currentUrl: completedAt(request, pending) });
  } catch (error) {
    return failed(error);
  }
  if (pending.purpose === 'test') {
    const result = await testPipeline({ sql: parts.sql, provider, settings: parts.sso, response: vouched.response });
    await keepTest(parts.sql, pending.userId!, provider.name, result);
    return reply.redirect(pending.next, 302);
  }
  try {
    const { sql, sso: settings } = parts;
    const { response } = vouched;
    const finish = (transaction: Queryable, { user }: { user: { id: string } }) =>
      pending.purpose === 'link'
        ? Promise.resolve(null)
        : beginSession(transaction, { userId: user.id, provider, vouched, request, parts });
    const userId = await linkingUser(pending, request, parts);
    const { key, uid } = await runPipeline({
      sql,
      provider,
      settings,
      response,
      userId,
      finish: async (transaction, state) => ({ key: await finish(transaction, state), uid: state.uid }),
    });
    if (uid !== null) await forgetRefused(sql, provider.name, uid);
    if (key !== null) appendCookie(reply, sessionCookie(key, parts.settings(), secure(request)));
    return reply.redirect(pending.next, 302);
  } catch (error) {
    if (error instanceof LoginRefused)
      await noteRefused(parts.sql, provider, { response: vouched.response, reason: error.message });
    return failed(error);
  }

  function refuse(notice: LoginNotice): FastifyReply {
    leaveNotice(request, reply, parts, notice);
    return reply.redirect(pending && pending.purpose !== 'login' ? pending.next : loginPage(parts), 302);
  }

  function failed(error: unknown): FastifyReply {
    logFailure('Login', provider, error);
    if (error instanceof LoginRefused) return refuse({ kind: 'denied', message: error.message });
    if (error instanceof ProviderError) return refuse({ kind: error.failure, message: error.message });
    return refuse({
      kind: 'failed',
      message: `The login at ${provider.label} could not be completed${
        error instanceof StepFailed ? `: the step ${error.step} failed` : ''
      }. What happened stands in the server's log.`,
    });
  }
}

/** The address as the provider knows it, with what it put behind: a proxy may have changed what we see of it. */
function completedAt({ url }: FastifyRequest, { redirectUri }: PendingLogin): URL {
  const current = new URL(redirectUri);
  current.search = url.slice(url.indexOf('?'));
  return current;
}

/** The account that asked to be linked must still be the one that is logged in. */
async function linkingUser(
  { purpose, userId }: PendingLogin,
  request: FastifyRequest,
  { sql, settings }: SsoParts,
): Promise<string | null> {
  if (purpose !== 'link') return null;
  const identity = await authenticateSession({ sql, settings: settings(), request: factsOf(request) });
  if (identity?.user?.id !== userId)
    throw new LoginRefused('You are not logged in any more as who asked for this link.');
  return userId;
}

interface Beginning {
  readonly userId: string;
  readonly provider: Provider;
  readonly vouched: Vouched;
  readonly request: FastifyRequest;
  readonly parts: SsoParts;
}

async function beginSession(sql: Queryable, { userId, provider, vouched, request, parts }: Beginning): Promise<string> {
  const settings = parts.settings();
  const [row] = await sql.unsafe('select password from users_user where id = $1', [userId]);
  return logIn(sql, settings, {
    userId,
    passwordHash: row!.password as string,
    backend: provider.path,
    data: {
      social_auth_last_login_backend: provider.name,
      patchbay_sso: { provider: provider.name, id_token: vouched.idToken },
    },
    origin: {
      ...sessionOrigin(factsOf(request), settings),
      provider: provider.name,
      issuer: vouched.issuer,
      subject: vouched.subject,
      providerSession: vouched.session,
    },
    replaces: readCookie(request.headers, settings.SESSION_COOKIE_NAME),
  });
}

const secure = ({ headers, protocol }: FastifyRequest) => protocol === 'https' || isSecure(headers);
