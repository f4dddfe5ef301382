/** `W/"2026-01-31T12:00:00.000000+00:00"`: the ETag that NetBox 4.7 makes of the moment of the last change. */
export function etag(changed: string): string {
  const [date, clock] = changed.slice(0, -3).split(' ') as [string, string];
  return `W/"${date}T${clock.includes('.') ? clock.padEnd(15, '0') : clock}+00:00"`;
}

/** Whether an If-Match header names the ETag; `*` names every one. */
export const matches = (header: string, tag: string): boolean =>
  header.split(',').some((one) => one.trim() === tag || one.trim() === '*');
