import type { Settings } from '#base/settings.ts';
import type { CustomStep } from './script/custom-step.ts';

export type { CustomStep, CustomStepInput, CustomStepResult, CustomUser } from './script/custom-step.ts';

/** A provider of SSO_PROVIDERS; docs/sso.md tells of each setting. */
export interface ProviderConfig {
  /** The class of social_core or its name; `oidc` unless said. */
  readonly backend?: string;
  /** What the button says. */
  readonly label?: string;
  readonly icon?: string;
  readonly endpoint?: string;
  readonly key: string;
  readonly secret?: string;
  readonly scope?: readonly string[];
  readonly id_key?: string;
  readonly username_key?: string;
  readonly groups_claim?: string;
  readonly trust_email?: boolean;
  readonly jwt_algorithms?: readonly string[];
  readonly pipeline?: readonly (string | CustomStep)[];
  /** Any other setting that python-social-auth knows for the backend, in small letters. */
  readonly [setting: string]: unknown;
}

type Given = Omit<Settings, 'SOCIAL_AUTH' | 'SSO_PROVIDERS'>;

/**
 * The default export of `patchbay.config.ts`:
 *
 *     import type { PatchbayConfig } from 'patchbay/config';
 *     export default { LOGIN_TIMEOUT: 3600 } satisfies PatchbayConfig;
 */
export type PatchbayConfig = {
  readonly [Name in keyof Given]?: Given[Name];
} & {
  readonly SSO_PROVIDERS?: Readonly<Record<string, ProviderConfig>>;
  /** Names of steps, and functions of one's own between them. */
  readonly SOCIAL_AUTH_PIPELINE?: readonly (string | CustomStep)[];
  readonly [setting: `SOCIAL_AUTH_${string}`]: unknown;
};
