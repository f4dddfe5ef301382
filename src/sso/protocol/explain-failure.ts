import { errors } from 'jose';
import * as client from 'openid-client';
import type { Provider } from '../settings/provider.ts';
import { ProviderError } from './provider-error.ts';

/** What an error of the protocol's libraries means, in words for who logs in; other errors are returned as they are. */
export function explainFailure(error: unknown, provider: Provider): unknown {
  if (error instanceof client.AuthorizationResponseError)
    return new ProviderError('refused', provider, `ended the login: ${said(error)}.`, error);
  if (error instanceof client.ResponseBodyError)
    return error.status >= 500
      ? new ProviderError('unavailable', provider, `answers with an error at the moment (${error.status}).`, error)
      : new ProviderError('misconfigured', provider, `doesn't accept this login: ${said(error)}.`, error);
  if (error instanceof client.WWWAuthenticateChallengeError)
    return new ProviderError(
      'misconfigured',
      provider,
      `doesn't accept its own access token (${error.status}).`,
      error,
    );
  if (error instanceof errors.JWKSTimeout || isNetwork(error))
    return new ProviderError('unavailable', provider, `can't be reached at the moment.`, error);
  if (error instanceof errors.JOSEError || error instanceof client.ClientError) {
    const answer = (error.cause as { status?: number } | undefined)?.status;
    return answer !== undefined && answer >= 500
      ? new ProviderError('unavailable', provider, `answers with an error at the moment (${answer}).`, error)
      : new ProviderError('untrusted', provider, `gave an answer that can't be trusted: ${reasonOf(error)}.`, error);
  }
  return error;
}

/** The provider's own code and words, which may hold anything. */
function said({
  error,
  error_description: description,
}: {
  error: string;
  error_description?: string | undefined;
}): string {
  return `${error}${description ? ` (${description.slice(0, 300)})` : ''}`;
}

function reasonOf(error: Error & { code?: string | undefined }): string {
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`.replace(/\.$/, '');
}

/** `fetch` throws a TypeError whose cause is the socket's error; what runs out of time is an abort. */
function isNetwork(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return true;
    const { code } = cause as { code?: unknown };
    if (
      typeof code === 'string' &&
      /^(E[A-Z]+|UND_ERR_|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code) &&
      !/^ERR_/.test(code)
    )
      return true;
    if (cause.message === 'fetch failed') return true;
  }
  return false;
}
