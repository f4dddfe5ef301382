import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LoginFacts } from '../contract.ts';
import { beginToken, browserSecret } from './browser.ts';
import { takeNotice } from './notice.ts';
import type { SsoParts } from './sso-parts.ts';

/** `GET /patchbay/login/`: the providers that people may log in with, and what became of the last try. */
export function loginFacts(request: FastifyRequest, reply: FastifyReply, parts: SsoParts): LoginFacts {
  return {
    csrf: beginToken(browserSecret(request, reply, parts), parts),
    providers: [...parts.sso.providers.values()].map(({ name, label, icon, problem }) => ({
      name,
      label,
      icon,
      problem: problem === null ? null : `${label} is not set up: ${problem}`,
    })),
    notice: takeNotice(request, reply, parts),
  };
}
