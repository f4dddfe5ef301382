/** What the interface is told of kept settings. */

/** A revision of the settings as it is kept. */
export interface ConfigRevision {
  readonly id: number;
  readonly active: boolean;
  readonly created: string;
  readonly comment: string;
  readonly data: Readonly<Record<string, unknown>>;
}
