import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';

/** An account belongs to the provider of what it pays for: a circuit's own, or that of a virtual circuit's network. */
export const providerAccountRules = (owner: 'provider' | 'provider_network'): ModelRules => ({
  async validate(drafts, context) {
    const [accounts, owners] = await Promise.all([
      relatedRows(drafts, context, { relation: 'provider_account', select: 't.provider_id' }),
      relatedRows(drafts, context, { relation: owner, select: owner === 'provider' ? 't.id' : 't.provider_id' }),
    ]);
    for (const draft of drafts) {
      const account = accounts.get(draft.get('provider_account') ?? '');
      if (account && account[0] !== owners.get(draft.get(owner)!)?.[0])
        draft.errors.add('provider_account', 'The assigned account must belong to the assigned provider.');
    }
  },
});
