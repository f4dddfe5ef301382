/** Where an address asks to go afterwards, as NetBox's links do; only to pages of ours. */
export function returnPath(query: URLSearchParams): string | undefined {
  const path = query.get('return_url');
  return path && /^\/(?![/\\])/.test(path) ? path : undefined;
}
