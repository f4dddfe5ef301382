import type { FastifyReply, FastifyRequest } from 'fastify';
import { readCookie } from '#access/session-cookie.ts';
import { sign, unsign } from '#access/signing.ts';
import type { LoginNotice } from '../contract.ts';
import { appendCookie, ownCookie } from './browser.ts';
import type { SsoParts } from './sso-parts.ts';

const cookieName = 'patchbay_notice';
const salt = 'patchbay.notice';

/** Leaves a notice for the next page: signed, so that no other site can put words into our mouth. */
export function leaveNotice(request: FastifyRequest, reply: FastifyReply, parts: SsoParts, notice: LoginNotice): void {
  const value = sign(
    { ...notice, message: notice.message.slice(0, 800) },
    { salt, secret: parts.settings().SECRET_KEY },
  );
  appendCookie(reply, ownCookie(cookieName, value, { request, parts, seconds: 300 }));
}

/** The notice that was left, which goes with being read. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply, parts: SsoParts): LoginNotice | null {
  const value = readCookie(request.headers, cookieName);
  if (!value) return null;
  appendCookie(reply, ownCookie(cookieName, '', { request, parts, seconds: 0 }));
  const notice = unsign(value, { salt, secret: parts.settings().SECRET_KEY });
  return typeof notice === 'object' && notice !== null ? (notice as LoginNotice) : null;
}
