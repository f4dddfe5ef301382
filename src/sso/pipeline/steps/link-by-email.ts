import type { Step } from '../step.ts';
import { associateByEmail } from './associate-by-email.ts';

/** patchbay.pipeline.link_by_email: associate_by_email, unless SSO_LINK_BY_EMAIL is off. */
export const linkByEmail: Step = async (state, context) =>
  context.settings.netbox.SSO_LINK_BY_EMAIL ? associateByEmail(state, context) : undefined;
