import type { SearchHit } from '#operations/read/contract.ts';

/** `GET /patchbay/search/`: what was found, the most relevant first. */
export interface SearchAnswer {
  readonly results: readonly SearchHit[];
}
