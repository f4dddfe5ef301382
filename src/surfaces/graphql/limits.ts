/** What one request may cost. Whatever is asked, the server goes on answering others. */
export const limits = Object.freeze({
  /** Fields, fragments spread out, each counted where it stands. */
  fields: 5_000,
  /** Statements. */
  statements: 1_000,
  /** Objects fetched. */
  objects: 500_000,
  /** Characters of the answer. */
  characters: 64 * 1024 * 1024,
  /** Levels of selections, where GRAPHQL_MAX_QUERY_DEPTH says nothing. */
  depth: 30,
});
