/** `GET /patchbay/session/` */
export interface Session {
  readonly user: SessionUser | null;
  readonly version: string;
  readonly csrf: string;
  readonly settings: SessionSettings;
}

export interface SessionUser {
  readonly id: number;
  readonly username: string;
  readonly display: string;
  readonly is_superuser: boolean;
  /** `dcim.view_site` …; a superuser has them all without being listed. */
  readonly permissions: readonly string[];
}

/** NetBox's own setting names; what is not set is absent. */
export interface SessionSettings {
  readonly BANNER_TOP?: string;
  readonly BANNER_BOTTOM?: string;
  readonly BANNER_LOGIN?: string;
  readonly BANNER_MAINTENANCE?: string;
  readonly MAINTENANCE_MODE?: boolean;
  readonly LOGIN_REQUIRED?: boolean;
  readonly LOGIN_FORM_HIDDEN?: boolean;
  readonly PAGINATE_COUNT?: number;
}
