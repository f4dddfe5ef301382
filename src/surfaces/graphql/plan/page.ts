import { GraphQLError } from 'graphql';

/** Which objects of a list: as `OffsetPaginationInput` says, within MAX_PAGE_SIZE. */
export interface ListPage {
  readonly offset: number;
  /** Null: all of them. */
  readonly limit: number | null;
  /** The key from which the list begins, ordered by key. */
  readonly start: number | undefined;
  /** Whether the client asked for a page at all. */
  readonly asked: boolean;
}

/** Reads the `pagination` argument. A limit of nothing, zero or less means as many as the server gives. */
export function pageOf(given: unknown, { MAX_PAGE_SIZE: most }: { readonly MAX_PAGE_SIZE: number }): ListPage {
  const {
    offset = 0,
    limit,
    start,
  } = (given ?? {}) as { offset?: number; limit?: number | null; start?: number | null };
  if (start != null && offset) throw new GraphQLError('Cannot specify both `start` and `offset` in pagination.');
  if (start != null && start < 0) throw new GraphQLError('`start` must be greater than or equal to zero.');
  if (offset < 0) throw new GraphQLError('`offset` must be greater than or equal to zero.');
  const greatest = most > 0 ? most : null;
  const own = limit == null || (limit <= 0 && greatest !== null) || limit < 0 ? greatest : limit;
  return {
    offset,
    limit: own === null || greatest === null ? own : Math.min(own, greatest),
    start: start ?? undefined,
    asked: given != null,
  };
}
