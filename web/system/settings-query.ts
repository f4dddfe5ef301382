import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

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

export interface Revision {
  readonly id: number;
  readonly active: boolean;
  readonly created: string;
  readonly comment: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** `GET /patchbay/settings/`, and the answer to every change. */
export interface SettingsAnswer {
  readonly settings: readonly DynamicSetting[];
  readonly revisions: readonly Revision[];
}

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<SettingsAnswer>('/patchbay/settings/', { signal }),
});
