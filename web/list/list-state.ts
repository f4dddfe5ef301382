/** What a list shows, as its address says it. */
export interface ListState {
  readonly search: string;
  readonly filters: readonly ActiveFilter[];
  /** Fields to sort by, the most important first; `-` before one sorts down. */
  readonly sort: readonly string[];
  readonly page: number;
  /** 0: as many as the server gives by default. */
  readonly perPage: number;
  /** Saved filters in force, by id. */
  readonly savedFilters: readonly string[];
  /** The table configuration in force, by id; '' for none. */
  readonly tableConfig: string;
}

export interface ActiveFilter {
  /** The parameter without its lookup. */
  readonly name: string;
  /** '' or a lookup such as `ic`. */
  readonly lookup: string;
  readonly values: readonly string[];
}
