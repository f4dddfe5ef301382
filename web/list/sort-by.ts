/** The sort after a click on a column's header: up, then down, then as usual; `added` keeps the other columns. */
export function sortBy(sort: readonly string[], field: string, added: boolean): readonly string[] {
  const at = sort.findIndex((one) => one === field || one === `-${field}`);
  const next = at < 0 ? field : sort[at] === field ? `-${field}` : undefined;
  if (!added) return next ? [next] : [];
  if (at < 0) return [...sort, field];
  return next ? sort.with(at, next) : sort.toSpliced(at, 1);
}
