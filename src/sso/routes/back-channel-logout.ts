import type { FastifyReply, FastifyRequest } from 'fastify';
import { endProviderSessions } from '#access/provider-sessions.ts';
import { ProviderError } from '../protocol/provider-error.ts';
import { providerOf } from './begin.ts';
import { logFailure } from './log-failure.ts';
import type { SsoParts } from './sso-parts.ts';

/**
 * `POST /oauth/backchannel-logout/<backend>/`: the provider itself ends sessions (Back-Channel Logout 1.0): the one that
 * it names, or all of somebody's.
 */
export async function backChannelLogout(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: SsoParts,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store');
  const provider = providerOf(request, parts);
  const { logout_token: token } = (request.body ?? {}) as Record<string, unknown>;
  const invalid = (description: string) =>
    reply.code(400).send({ error: 'invalid_request', error_description: description });
  if (typeof token !== 'string' || token === '') return invalid('logout_token is missing.');
  try {
    const named = await parts.client(provider).backChannelLogout(token);
    await endProviderSessions(parts.sql, { provider: provider.name, ...named });
    return reply.code(200).send({});
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    logFailure('Logout', provider, error);
    // 400 asks the provider not to try again; what failed because it could not be reached may be tried again.
    return error.failure === 'unavailable'
      ? reply.code(503).send({ error: 'temporarily_unavailable', error_description: error.message })
      : invalid(error.message);
  }
}
