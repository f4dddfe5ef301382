/** What a list shows, as its address says it. */
export interface ListState {
  readonly search: string;
  readonly filters: readonly ActiveFilter[];
  readonly sort: string;
  readonly page: number;
  /** 0: as many as the server gives by default. */
  readonly perPage: number;
}

export interface ActiveFilter {
  /** The parameter without its lookup. */
  readonly name: string;
  /** '' or a lookup such as `ic`. */
  readonly lookup: string;
  readonly values: readonly string[];
}
