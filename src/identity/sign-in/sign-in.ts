import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { clientAddress } from '#access/client-address.ts';
import { readCookie } from '#access/session-cookie.ts';
import { HttpError } from '#base/http-error.ts';
import { noteEvent } from '#identity/events/note-event.ts';
import { type Look, pageHeaders } from '#identity/pages/page.ts';
import { secondStepPage, signInPage } from '#identity/pages/sign-in-page.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { lookFor } from '#identity/routes/look-for.ts';
import { findMeans } from '#identity/rows/find-means.ts';
import { findUser } from '#identity/rows/user-row.ts';
import { checkPassword } from './check-password.ts';
import { findHalfWay, forgetHalfWay, type HalfWay, halfWayAge, keepHalfWay, takeChallenge } from './half-way.ts';
import { passkeyOptions, verifyPasskey } from './passkeys.ts';
import { verifyCode } from './verify-code.ts';

/** Where a sign-in leads to. */
export interface SignInTarget {
  /** The address of the sign-in's page. */
  readonly action: string;
  readonly application?: { readonly name: string; readonly slug: string } | undefined;
  /** The name to begin with, where the application gave one. */
  readonly username?: string | undefined;
  /** Lets the user in, and says where to go on. */
  finish(login: { accountId: string; amr: string[] }): Promise<string>;
}

const cookieName = 'identity_sign_in';

/** One request to the sign-in's page. */
export class SignIn {
  readonly #parts: IdentityParts;
  readonly #request: FastifyRequest;
  readonly #reply: FastifyReply;
  readonly #target: SignInTarget;

  constructor(parts: IdentityParts, request: FastifyRequest, reply: FastifyReply, target: SignInTarget) {
    this.#parts = parts;
    this.#request = request;
    this.#reply = reply;
    this.#target = target;
  }

  /** The page of the step that is due. */
  async show(wrong?: string, status = wrong === undefined ? 200 : 400): Promise<FastifyReply> {
    const { sql } = this.#parts;
    const { action, application, username } = this.#target;
    const halfWay = await findHalfWay(sql, this.#cookie);
    const parts = { look: this.#look, action, application: application?.name, username, wrong };
    const text =
      halfWay?.userId == null
        ? signInPage(parts)
        : secondStepPage({ ...parts, ...(await findMeans(sql, halfWay.userId)) });
    return this.#reply.code(status).headers(pageHeaders).type('text/html; charset=utf-8').send(text);
  }

  /** What a form was filled in with. */
  async submit(form: URLSearchParams): Promise<FastifyReply> {
    try {
      const code = form.get('code');
      if (form.get('restart') === 'yes') return await this.#restart();
      return code === null ? await this.#password(form) : await this.#code(code);
    } catch (error) {
      if (error instanceof AccessError && error.code === 'tooManyLogins') {
        this.#reply.headers(error.headers);
        return this.show(this.#look.texts.tooManyTries(error.headers['Retry-After'] ?? ''), error.status);
      }
      throw error;
    }
  }

  /** What the browser needs to ask for a passkey. */
  async passkeyOptions(): Promise<unknown> {
    const { sql } = this.#parts;
    const halfWay = await findHalfWay(sql, this.#cookie);
    const options = await passkeyOptions(sql, this.#origin, halfWay?.userId ?? null);
    await this.#keep({ userId: null, methods: [], ...halfWay, challenge: options.challenge });
    return options;
  }

  /** Lets in whoever signed the challenge with a passkey. Throws 400 where it doesn't hold. */
  async passkey(response: unknown): Promise<{ location: string }> {
    const { sql } = this.#parts;
    const halfWay = await findHalfWay(sql, this.#cookie);
    const challenge = this.#cookie === undefined ? null : await takeChallenge(sql, this.#cookie);
    const userId = halfWay?.userId ?? null;
    const shown = challenge && (await verifyPasskey({ sql, origin: this.#origin, challenge, response, userId }));
    if (!shown) {
      await this.#fail('passkey', userId);
      throw new HttpError(400, this.#look.texts.passkeyRefused);
    }
    const methods = userId === null ? ['hwk', 'user', 'mfa'] : [...halfWay!.methods, 'hwk', 'mfa'];
    const location = await this.#finish(shown.userId, methods);
    if (location === null) throw new HttpError(400, this.#look.texts.passkeyRefused);
    return { location };
  }

  /** Keeps what the browser is to sign for a new passkey. */
  async keepChallenge(challenge: string): Promise<void> {
    await this.#keep({ userId: null, methods: [], challenge });
  }

  /** What the browser was to sign; null where that is too long ago, or was taken before. */
  async takeChallenge(): Promise<string | null> {
    return this.#cookie === undefined ? null : takeChallenge(this.#parts.sql, this.#cookie);
  }

  async #password(form: URLSearchParams): Promise<FastifyReply> {
    const { sql } = this.#parts;
    const username = form.get('username')?.trim() ?? '';
    const password = form.get('password') ?? '';
    const userId = await checkPassword({ sql, username, password, address: this.#address });
    if (userId === null) {
      await this.#fail('password', null, username);
      return this.show(this.#look.texts.wrongPassword);
    }
    const means = await findMeans(sql, userId);
    if (means.codes || means.passkeys) {
      await this.#keep({ userId, methods: ['pwd'], challenge: null });
      return this.#reply.redirect(this.#target.action, 303);
    }
    return this.#goOn(await this.#finish(userId, ['pwd']));
  }

  async #code(code: string): Promise<FastifyReply> {
    const { sql, box } = this.#parts;
    const halfWay = await findHalfWay(sql, this.#cookie);
    if (halfWay?.userId == null) return this.show(this.#look.texts.tooLate);
    const secretKey = this.#parts.settings().SECRET_KEY;
    const means = await verifyCode({ sql, box, secretKey, userId: halfWay.userId, code });
    if (means === null) {
      await this.#fail('code', halfWay.userId);
      return this.show(this.#look.texts.wrongCode);
    }
    return this.#goOn(await this.#finish(halfWay.userId, [...halfWay.methods, means === 'otp' ? 'otp' : 'kba', 'mfa']));
  }

  async #restart(): Promise<FastifyReply> {
    await forgetHalfWay(this.#parts.sql, this.#cookie);
    return this.#reply.redirect(this.#target.action, 303);
  }

  async #goOn(location: string | null): Promise<FastifyReply> {
    if (location === null) return this.show(this.#look.texts.wrongPassword);
    return this.#reply.headers(pageHeaders).redirect(location, 303);
  }

  /** Lets a user in who has shown everything; null where the user was locked meanwhile. */
  async #finish(userId: string, amr: string[]): Promise<string | null> {
    const { sql } = this.#parts;
    await forgetHalfWay(sql, this.#cookie);
    const user = await findUser(sql, userId);
    if (!user?.is_active) return null;
    await sql.unsafe('update patchbay.identity_user set last_login = now() where id = $1', [userId]);
    const application = this.#target.application?.slug;
    await noteEvent(sql, {
      action: 'login',
      username: user.username,
      application,
      address: this.#address,
      context: { amr },
    });
    return this.#target.finish({ accountId: userId, amr });
  }

  async #fail(means: string, userId: string | null, name = ''): Promise<void> {
    const { sql } = this.#parts;
    const username = userId === null ? name.slice(0, 254) : ((await findUser(sql, userId))?.username ?? '');
    await noteEvent(sql, {
      action: 'login_failed',
      username: username.replaceAll('\0', ''),
      application: this.#target.application?.slug,
      address: this.#address,
      context: { means },
    });
  }

  async #keep(state: HalfWay): Promise<void> {
    const cookie = await keepHalfWay(this.#parts.sql, this.#cookie, state);
    const secure = this.#origin.startsWith('https:') ? '; Secure' : '';
    this.#reply.header(
      'set-cookie',
      `${cookieName}=${cookie}; Path=${this.#parts.base}/identity/; Max-Age=${halfWayAge}; HttpOnly; SameSite=Lax${secure}`,
    );
  }

  get #look(): Look {
    return lookFor(this.#request, this.#parts);
  }

  get #cookie(): string | undefined {
    return readCookie(this.#request.headers, cookieName);
  }

  get #origin(): string {
    return this.#parts.originOf(this.#request);
  }

  get #address(): string | null {
    return clientAddress({ headers: this.#request.headers, address: this.#request.ip }, this.#parts.settings());
  }
}
