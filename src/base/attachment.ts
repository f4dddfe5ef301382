/** `Content-Disposition` of a file to be saved under a name (RFC 6266): names of other letters are given in UTF-8. */
export function attachment(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return `attachment; filename="${name.replace(/["\\]/g, '\\$&')}"`;
  return `attachment; filename*=utf-8''${encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
