import type { ModelRules } from '#operations/write/rules.ts';
import { ownAddresses } from './own-addresses.ts';

/** Virtual device contexts: primary addresses are of the device's interfaces. */
export const deviceContextRules: ModelRules = {
  validate: (drafts, context) => ownAddresses(drafts, { context, of: 'context' }),
};
