/**
 * Where to go after a login: a path of ours, whatever was asked for. Browsers read `//host`, `/\host` and a scheme as
 * another site's address, and skip tabs and line breaks before they look.
 */
export function safeNext(next: unknown, basePath: string): string {
  const home = basePath === '' ? '/' : `/${basePath}/`;
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next) || next.length > 2000)
    return home;
  const url = new URL(next, 'http://here.invalid');
  if (url.host !== 'here.invalid') return home;
  const path = `${url.pathname}${url.search}${url.hash}`;
  if (path.startsWith('//')) return home;
  return path === `/${basePath}` || path.startsWith(home) ? path : `/${basePath}${path}`;
}
