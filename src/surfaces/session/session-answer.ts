import type { Identity } from '#access/identity.ts';
import { isExempt } from '#access/is-exempt.ts';
import { permissionName } from '#access/permission-name.ts';
import type { Settings } from '#base/settings.ts';
import type { Registry } from '#registry/registry.ts';
import type { Session, SessionSettings, SessionUser } from './contract.ts';

export interface SessionParts {
  readonly registry: Registry;
  readonly settings: Settings;
  /** Ours, and that of the NetBox whose interfaces we speak. */
  readonly version: string;
  readonly netboxVersion: string;
  /** The language that the user prefers; empty where they leave it to the browser. */
  readonly language: string;
  readonly serves?: Session['serves'];
}

/** The settings that the pages need, under NetBox's names. */
const shown = [
  'BANNER_TOP',
  'BANNER_BOTTOM',
  'BANNER_LOGIN',
  'BANNER_MAINTENANCE',
  'MAINTENANCE_MODE',
  'LOGIN_REQUIRED',
  'LOGIN_FORM_HIDDEN',
  'PAGINATE_COUNT',
  'DEFAULT_LANGUAGE',
  'TRANSLATION_ENABLED',
] as const satisfies (keyof Settings & keyof SessionSettings)[];

/** What `GET /patchbay/session/` answers: who is logged in, what they may do, and what the pages need to begin. */
export function sessionAnswer(identity: Identity, parts: SessionParts): Session {
  const { settings, version, netboxVersion } = parts;
  return {
    user: userAnswer(identity, parts),
    version,
    netbox_version: netboxVersion,
    settings: Object.fromEntries(shown.map((name) => [name, settings[name]])) as unknown as SessionSettings,
    csrf: identity.session?.csrf ?? '',
    serves: parts.serves ?? 'everything',
  };
}

function userAnswer(
  { user, permissions }: Identity,
  { registry, settings, language }: SessionParts,
): SessionUser | null {
  if (!user) return null;
  const exempt = registry.models
    .filter((model) => isExempt(model, 'view', settings))
    .map((model) => permissionName(model, 'view'));
  return {
    id: Number(user.id),
    username: user.username,
    display: displayOf(registry, [user.username, user.firstName, user.lastName]),
    first_name: user.firstName,
    last_name: user.lastName,
    email: user.email,
    language,
    is_superuser: user.isSuperuser,
    permissions: [...new Set([...permissions.constraints.keys(), ...exempt])].sort(),
  };
}

function displayOf(registry: Registry, names: readonly string[]): string {
  const { display } = registry.get('users.user');
  if (typeof display !== 'object' || !('text' in display)) throw new Error('users.user: no function says its display');
  return display.text(...names);
}
