import { LoginRefused } from '../pipeline/login-refused.ts';
import { StepFailed } from '../pipeline/step-failed.ts';
import { ProviderError } from '../protocol/provider-error.ts';
import type { Provider } from '../settings/provider.ts';

/** Tells the log of a login or logout that came to nothing: in a line where we know why, else the whole story. */
export function logFailure(what: 'Login' | 'Logout', { name }: Provider, error: unknown): void {
  if (error instanceof ProviderError || error instanceof LoginRefused || error instanceof StepFailed)
    console.warn(`${what} at ${name}: ${[...messages(error)].join(' <- ')}`);
  else console.error(`${what} at ${name}:`, error);
}

function* messages(error: unknown): Generator<string> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause.message;
}
