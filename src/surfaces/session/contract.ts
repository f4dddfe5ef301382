/** What the interface asks and is told of who is logged in. */
import type { OwnSession } from '#access/contract.ts';

/** `GET /patchbay/session/`: who is logged in, what they may do, and what the pages need to begin. */
export interface Session {
  readonly user: SessionUser | null;
  readonly version: string;
  readonly netbox_version: string;
  /** The token that unsafe requests carry; empty without a session. */
  readonly csrf: string;
  readonly settings: SessionSettings;
  /** What this server is: everything, or the identity provider alone. */
  readonly serves: 'everything' | 'identity';
}

export interface SessionUser {
  readonly id: number;
  readonly username: string;
  readonly display: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  /** `locale.language` of the preferences; empty where it is left to the browser. */
  readonly language: string;
  readonly is_superuser: boolean;
  /** `dcim.view_site` …; a superuser has them all without being listed. */
  readonly permissions: readonly string[];
}

/** The settings that the pages need, under NetBox's names. */
export interface SessionSettings {
  readonly BANNER_TOP: string;
  readonly BANNER_BOTTOM: string;
  readonly BANNER_LOGIN: string;
  readonly BANNER_MAINTENANCE: string;
  readonly MAINTENANCE_MODE: boolean;
  readonly LOGIN_REQUIRED: boolean;
  readonly LOGIN_FORM_HIDDEN: boolean;
  readonly PAGINATE_COUNT: number;
  readonly DEFAULT_LANGUAGE: string;
  readonly TRANSLATION_ENABLED: boolean;
}

/** `POST /patchbay/session/` */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** `POST /patchbay/session/password/` */
export interface PasswordAsked {
  readonly old_password: string;
  readonly new_password: string;
}

/** `DELETE /patchbay/session/`, where there is somewhere to go but the login page. */
export interface LoggedOut {
  readonly redirect: string;
}

/** `GET /patchbay/session/sessions/` */
export interface OwnSessions {
  readonly results: readonly OwnSession[];
}

/** `DELETE /patchbay/session/sessions/`: how many others were ended. */
export interface EndedSessions {
  readonly ended: number;
}
