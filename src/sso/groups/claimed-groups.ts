import { LoginRefused } from '../pipeline/login-refused.ts';
import type { Provider } from '../settings/provider.ts';
import { claimAt } from './claim-at.ts';

/**
 * The values of the groups claim, each once; none where the provider doesn't tell. A name that no group can have is
 * left out. Microsoft leaves the claim out where somebody has too many groups and names it in `_claim_names`: that is
 * no statement about groups, and nobody is let in on it.
 */
export function claimedGroups(
  response: Readonly<Record<string, unknown>>,
  provider: Pick<Provider, 'claims' | 'label'>,
): readonly string[] {
  const { groups: path } = provider.claims;
  const value = claimAt(response, path);
  if (value === undefined && claimAt(response, '_claim_names.groups') !== undefined)
    throw new LoginRefused(
      `${provider.label} doesn't tell your groups, as there are too many of them for its token. Its administrator can send roles, or only the groups of this application.`,
    );
  const values = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return [...new Set(values.filter((name): name is string => typeof name === 'string' && isName(name)))];
}

const isName = (name: string): boolean => name.length > 0 && name.length <= 150 && !name.includes('\0');
