/** Only a path of ours: `//host` and `https://host` would lead away. */
export function insidePath(next: string | null): string {
  return next?.startsWith('/') && !/^\/[/\\]/.test(next) ? next : '/';
}
