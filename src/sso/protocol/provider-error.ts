import type { ProviderFailure } from '../contract.ts';
import type { Provider } from '../settings/provider.ts';

/** A provider can't be reached, refuses, or says what can't be believed. The message may be shown to who logs in. */
export class ProviderError extends Error {
  override name = 'ProviderError';
  readonly failure: ProviderFailure;

  constructor(failure: ProviderFailure, { label }: Pick<Provider, 'label'>, reason: string, cause?: unknown) {
    super(`${label} ${reason}`, { cause });
    this.failure = failure;
  }
}
