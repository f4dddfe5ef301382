import type { Step } from './step.ts';
import { associateByEmail } from './steps/associate-by-email.ts';
import { associateUser } from './steps/associate-user.ts';
import { authAllowed } from './steps/auth-allowed.ts';
import { createUser } from './steps/create-user.ts';
import { defaultGroups } from './steps/default-groups.ts';
import { defaultPermissions } from './steps/default-permissions.ts';
import { getUsername } from './steps/get-username.ts';
import { linkByEmail } from './steps/link-by-email.ts';
import { loadExtraData } from './steps/load-extra-data.ts';
import { mailValidation, mailValidationName } from './steps/mail-validation.ts';
import { addGroups, removeGroups, setRoles } from './steps/page-groups.ts';
import { socialDetails } from './steps/social-details.ts';
import { socialUid } from './steps/social-uid.ts';
import { socialUser } from './steps/social-user.ts';
import { syncClaimedGroups } from './steps/sync-claimed-groups.ts';
import { userDetails } from './steps/user-details.ts';

/** The steps that are part of Patchbay, by the names that pipelines call them. */
export const builtInSteps: Readonly<Record<string, Step>> = {
  'social_core.pipeline.social_auth.social_details': socialDetails,
  'social_core.pipeline.social_auth.social_uid': socialUid,
  'social_core.pipeline.social_auth.auth_allowed': authAllowed,
  'social_core.pipeline.social_auth.social_user': socialUser,
  'social_core.pipeline.social_auth.associate_by_email': associateByEmail,
  'social_core.pipeline.social_auth.associate_user': associateUser,
  'social_core.pipeline.social_auth.load_extra_data': loadExtraData,
  [mailValidationName]: mailValidation,
  'social_core.pipeline.user.get_username': getUsername,
  'social_core.pipeline.user.create_user': createUser,
  'social_core.pipeline.user.user_details': userDetails,
  'netbox.authentication.user_default_groups_handler': defaultGroups,
  'netbox.custom_pipeline.add_groups': addGroups,
  'netbox.custom_pipeline.remove_groups': removeGroups,
  'netbox.custom_pipeline.set_roles': setRoles,
  'patchbay.pipeline.link_by_email': linkByEmail,
  'patchbay.pipeline.default_permissions': defaultPermissions,
  'patchbay.pipeline.sync_groups': syncClaimedGroups,
};

/**
 * The pipeline where SOCIAL_AUTH_PIPELINE gives none: NetBox's own, with the lists of addresses that NetBox leaves out,
 * an account found by its verified address, and groups and permissions as REMOTE_AUTH_* say.
 */
export const defaultPipeline: readonly string[] = [
  'social_core.pipeline.social_auth.social_details',
  'social_core.pipeline.social_auth.social_uid',
  'social_core.pipeline.social_auth.auth_allowed',
  'social_core.pipeline.social_auth.social_user',
  'patchbay.pipeline.link_by_email',
  'social_core.pipeline.user.get_username',
  'social_core.pipeline.user.create_user',
  'social_core.pipeline.social_auth.associate_user',
  'netbox.authentication.user_default_groups_handler',
  'social_core.pipeline.social_auth.load_extra_data',
  'social_core.pipeline.user.user_details',
  'patchbay.pipeline.default_permissions',
  'patchbay.pipeline.sync_groups',
];
