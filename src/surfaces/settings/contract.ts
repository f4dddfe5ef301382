/** What the interface is told of the settings that change while the server runs. */
import type { ConfigRevision } from '#operations/settings/contract.ts';

/** `GET /patchbay/settings/`, and the answer to every change. */
export interface SettingsAnswer {
  readonly settings: readonly DynamicSetting[];
  readonly revisions: readonly ConfigRevision[];
}

/** A setting that changes while the server runs. */
export interface DynamicSetting {
  readonly name: string;
  readonly value: unknown;
  readonly default: unknown;
  /** What a value must be, in words. */
  readonly expected: string;
  /** Given where the program is started. */
  readonly fixed: boolean;
}

/** `POST /patchbay/settings/` */
export interface RevisionAsked {
  readonly data: Readonly<Record<string, unknown>>;
  readonly comment: string;
}
