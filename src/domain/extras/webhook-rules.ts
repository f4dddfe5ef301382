import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { syntaxFault } from '../templates/syntax-fault.ts';

const badAddress = 'Enter a valid URL, beginning with http:// or https://.';

/** Webhooks: an address that can be called, and a time-out that a job can wait for. */
export const webhookRules: ModelRules = {
  validate(drafts, { settings }) {
    for (const draft of drafts) {
      if (!draft.flag('ssl_verification') && draft.get('ca_file_path'))
        draft.errors.add('ca_file_path', 'Do not specify a CA certificate file if SSL verification is disabled.');
      const problem = addressProblem(draft);
      if (problem) draft.errors.add('payload_url', problem);
      const timeout = draft.number('timeout');
      if (!draft.errors.any && timeout !== null && timeout >= settings.RQ_DEFAULT_TIMEOUT)
        draft.errors.add(
          'timeout',
          `Timeout must be less than the background job timeout (${settings.RQ_DEFAULT_TIMEOUT} seconds).`,
        );
    }
  },
};

function addressProblem(draft: Draft): string | undefined {
  const address = draft.get('payload_url') ?? '';
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(address)?.[1]?.toLowerCase();
  const calls = scheme === 'http' || scheme === 'https';
  if (!/\{[{%#]/.test(address)) {
    const host = /^[^:]+:\/\/([^/?#]+)/.exec(address)?.[1];
    const isBalanced = (host?.includes('[') ?? false) === (host?.includes(']') ?? false);
    return calls && host && isBalanced ? undefined : badAddress;
  }
  if (scheme !== undefined && !calls) return badAddress;
  const fault = syntaxFault(address);
  return fault ? `Invalid template: ${fault}` : undefined;
}
