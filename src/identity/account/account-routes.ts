import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { AccessError } from '#access/access-error.ts';
import { clientAddress } from '#access/client-address.ts';
import { checkOrigin } from '#access/csrf.ts';
import { makePassword } from '#access/password.ts';
import { HttpError } from '#base/http-error.ts';
import type { Queryable } from '#database/connect.ts';
import { type NewEvent, noteEvent } from '#identity/events/note-event.ts';
import type { Providers } from '#identity/oidc/providers.ts';
import { accountPage, recoveryCodesPage, totpPage } from '#identity/pages/account-page.ts';
import { pageHeaders } from '#identity/pages/page.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { formOf } from '#identity/routes/client-of-request.ts';
import { lookFor } from '#identity/routes/look-for.ts';
import { findAccountFacts } from '#identity/rows/find-account-facts.ts';
import { findUser, type UserRow } from '#identity/rows/user-row.ts';
import { checkPassword } from '#identity/sign-in/check-password.ts';
import { keepPasskey, newPasskeyOptions } from '#identity/sign-in/passkeys.ts';
import { SignIn, type SignInTarget } from '#identity/sign-in/sign-in.ts';
import { endOwnSession, readSession, startSession } from '#identity/sign-in/start-session.ts';
import {
  makeRecoveryCodes,
  makeTotp,
  matchingStep,
  recoveryDigest,
  totpUri,
  useStep,
} from '#identity/sign-in/verify-code.ts';

export interface AccountRoutes {
  readonly parts: IdentityParts;
  readonly providers: Providers;
}

/** A user's own page: signing in without an application in mind, applications, and what to sign in with. */
export async function accountRoutes(app: FastifyInstance, { parts, providers }: AccountRoutes): Promise<void> {
  const { sql, box, base } = parts;
  const home = `${base}/identity/`;
  const signInPath = `${base}/identity/sign-in`;

  const send = (reply: FastifyReply, text: string, status = 200) =>
    reply.code(status).headers(pageHeaders).type('text/html; charset=utf-8').send(text);
  const sessionOf = (request: FastifyRequest, reply: FastifyReply) => ({
    parts,
    provider: providers.portal(parts.originOf(request)),
    request,
    reply,
  });
  /** Whoever is signed in; null where nobody is. */
  const visitor = async (request: FastifyRequest, reply: FastifyReply): Promise<UserRow | null> => {
    const { accountId } = await readSession(sessionOf(request, reply));
    const user = accountId === undefined ? null : await findUser(sql, accountId);
    return user?.is_active ? user : null;
  };
  const note = (
    request: FastifyRequest,
    user: UserRow,
    action: NewEvent['action'],
    { within = sql, ...context }: { within?: Queryable; table?: string; kind?: string } = {},
  ) => {
    const address = clientAddress({ headers: request.headers, address: request.ip }, parts.settings());
    return noteEvent(within, { action, username: user.username, address, context });
  };
  const look = (request: FastifyRequest, user: UserRow) => lookFor(request, parts, user);
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    user: UserRow,
    told: { wrong?: string; done?: string } = {},
  ) => {
    const { username, name } = user;
    const text = accountPage({
      look: look(request, user),
      username,
      name,
      ...(await findAccountFacts(sql, user.id)),
      ...told,
    });
    return send(reply, text, told.wrong === undefined ? 200 : 400);
  };

  const target = (request: FastifyRequest, reply: FastifyReply): SignInTarget => ({
    action: signInPath,
    async finish(login) {
      await startSession(sessionOf(request, reply), login);
      return home;
    },
  });
  app.get('/identity/sign-in', async (request, reply) =>
    new SignIn(parts, request, reply, target(request, reply)).show(),
  );
  app.post('/identity/sign-in', async (request, reply) => {
    checkOrigin(request.headers, parts.settings());
    return new SignIn(parts, request, reply, target(request, reply)).submit(formOf(request));
  });
  app.post('/identity/sign-in/passkey/options', async (request, reply) => {
    checkOrigin(request.headers, parts.settings());
    return new SignIn(parts, request, reply, target(request, reply)).passkeyOptions();
  });
  app.post('/identity/sign-in/passkey', async (request, reply) => {
    checkOrigin(request.headers, parts.settings());
    return new SignIn(parts, request, reply, target(request, reply)).passkey(json(request));
  });

  app.get('/identity/', async (request, reply) => {
    const user = await visitor(request, reply);
    return user ? show(request, reply, user) : reply.redirect(signInPath, 302);
  });

  app.post('/identity/', async (request, reply) => {
    checkOrigin(request.headers, parts.settings());
    const user = await visitor(request, reply);
    if (!user) return reply.redirect(signInPath, 303);
    const form = formOf(request);
    const id = form.get('id') ?? '';
    switch (form.get('do')) {
      case 'sign-out':
        await endOwnSession(sessionOf(request, reply), (clientId) =>
          providers.ofClient(clientId, parts.originOf(request)),
        );
        await note(request, user, 'logout');
        return reply.redirect(signInPath, 303);
      case 'remove-totp':
      case 'remove-passkey': {
        const table = form.get('do') === 'remove-totp' ? 'identity_totp_device' : 'identity_passkey';
        await sql.begin(async (within) => {
          await within.unsafe(`delete from patchbay.${table} where id::text = $1 and user_id = $2`, [id, user.id]);
          await note(request, user, 'authenticator_removed', { within, table });
        });
        return reply.redirect(home, 303);
      }
      case 'remove-consent':
        await sql.unsafe('delete from patchbay.identity_consent where provider_id::text = $1 and user_id = $2', [
          id,
          user.id,
        ]);
        return reply.redirect(home, 303);
      case 'recovery-codes':
        return send(reply, recoveryCodesPage(look(request, user), await newRecoveryCodes(user)));
      case 'password':
        return changePassword(request, reply, user, form);
      default:
        return show(request, reply, user, { wrong: look(request, user).texts.nothingAsked });
    }
  });

  app.get('/identity/totp', async (request, reply) => {
    const user = await visitor(request, reply);
    if (!user) return reply.redirect(signInPath, 302);
    const { secret, uri } = makeTotp(user.username);
    await sql.unsafe('delete from patchbay.identity_totp_device where user_id = $1 and not confirmed', [user.id]);
    const [device] = await sql.unsafe<{ id: string }[]>(
      `insert into patchbay.identity_totp_device (user_id, name, secret_sealed) values ($1, '', $2) returning id`,
      [user.id, box.seal(secret)],
    );
    return send(
      reply,
      totpPage({ look: look(request, user), device: device!.id, secret, picture: await QRCode.toDataURL(uri) }),
    );
  });

  app.post('/identity/totp', async (request, reply) => {
    checkOrigin(request.headers, parts.settings());
    const user = await visitor(request, reply);
    if (!user) return reply.redirect(signInPath, 303);
    const form = formOf(request);
    const [device] = await sql.unsafe<{ id: string; secret_sealed: string }[]>(
      'select id, secret_sealed from patchbay.identity_totp_device where id::text = $1 and user_id = $2 and not confirmed',
      [form.get('device') ?? '', user.id],
    );
    const secret = device && box.open(device.secret_sealed);
    if (!device || secret === undefined) return reply.redirect(`${base}/identity/totp`, 303);
    const step = await matchingStep(secret, (form.get('code') ?? '').replace(/\s/g, ''));
    if (step === null) {
      const picture = await QRCode.toDataURL(totpUri(user.username, secret));
      const wrong = look(request, user).texts.wrongNewCode;
      return send(reply, totpPage({ look: look(request, user), device: device.id, secret, picture, wrong }), 400);
    }
    await sql.begin(async (within) => {
      await within.unsafe('update patchbay.identity_totp_device set name = $2 where id = $1', [
        device.id,
        (form.get('name') || 'Authenticator').slice(0, 100),
      ]);
      await useStep(within, device.id, step);
      await note(request, user, 'authenticator_added', { within, kind: 'totp' });
    });
    return send(reply, recoveryCodesPage(look(request, user), await newRecoveryCodes(user)));
  });

  app.post('/identity/passkeys/options', async (request, reply) => {
    checkOrigin(request.headers, parts.settings());
    const user = await visitor(request, reply);
    if (!user) throw new AccessError('notAuthenticated');
    const signIn = new SignIn(parts, request, reply, target(request, reply));
    const options = await newPasskeyOptions(sql, parts.originOf(request), user);
    await signIn.keepChallenge(options.challenge);
    return options;
  });
  app.post('/identity/passkeys', async (request, reply) => {
    checkOrigin(request.headers, parts.settings());
    const user = await visitor(request, reply);
    if (!user) throw new AccessError('notAuthenticated');
    const { name, credential } = json(request) as { name?: unknown; credential?: unknown };
    const challenge = await new SignIn(parts, request, reply, target(request, reply)).takeChallenge();
    const origin = parts.originOf(request);
    const passkey = {
      sql,
      origin,
      response: credential,
      userId: user.id,
      name: String(name || 'Passkey').slice(0, 100),
    };
    if (challenge === null || !(await keepPasskey({ ...passkey, challenge })))
      throw new HttpError(400, look(request, user).texts.passkeyRefused);
    await note(request, user, 'authenticator_added', { kind: 'passkey' });
    return { location: home };
  });

  async function newRecoveryCodes(user: UserRow): Promise<string[]> {
    const codes = makeRecoveryCodes();
    const digests = codes.map((code) => recoveryDigest(code.replace('-', ''), parts.settings().SECRET_KEY));
    await sql.begin(async (transaction) => {
      await transaction.unsafe('delete from patchbay.identity_recovery_code where user_id = $1', [user.id]);
      await transaction.unsafe(
        `insert into patchbay.identity_recovery_code (user_id, digest)
         select $1, jsonb_array_elements_text($2::jsonb)`,
        [user.id, JSON.stringify(digests)],
      );
    });
    return codes;
  }

  async function changePassword(request: FastifyRequest, reply: FastifyReply, user: UserRow, form: URLSearchParams) {
    const address = clientAddress({ headers: request.headers, address: request.ip }, parts.settings());
    const [current, password] = [form.get('current') ?? '', form.get('password') ?? ''];
    const { texts } = look(request, user);
    if (password.length < 8) return show(request, reply, user, { wrong: texts.passwordTooShort(8) });
    try {
      if (!(await checkPassword({ sql, username: user.username, password: current, address })))
        return show(request, reply, user, { wrong: texts.passwordIsAnother });
    } catch (error) {
      if (error instanceof AccessError)
        return show(request, reply.headers(error.headers), user, {
          wrong: texts.tooManyTries(error.headers['Retry-After'] ?? ''),
        });
      throw error;
    }
    await sql.unsafe('update patchbay.identity_user set password = $2, password_changed = now() where id = $1', [
      user.id,
      await makePassword(password),
    ]);
    await note(request, user, 'password_set');
    return show(request, reply, user, { done: texts.passwordChanged });
  }
}

/** A body of JSON. Throws 400 where it is none. */
export function json({ body }: FastifyRequest): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  } catch {
    throw new HttpError(400, 'The body must be JSON.');
  }
}
