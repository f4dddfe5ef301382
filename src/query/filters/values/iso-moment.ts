/** The offset of a time zone at a moment: `+01:00`, or `Z` for UTC's. */
function offsetOf(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return /^GMT(\+00:00)?$/.test(name) ? 'Z' : name.slice(3);
}

/** A moment in PostgreSQL's text form as ISO 8601 with its zone's offset: how NetBox keeps times in JSON. */
export function isoMoment(text: string): string {
  const [date, rest] = [text.slice(0, 10), text.slice(11)];
  const match = /^(?<clock>[\d:]{8})\.(?<fraction>\d+)\s*(?<zone>.+)$/.exec(rest)!.groups as Record<string, string>;
  const { clock, zone } = match as { clock: string; zone: string };
  const fraction = Number(match.fraction) === 0 ? '' : `.${match.fraction!.padEnd(6, '0')}`;
  const offset = /^(Z|[+-]00(:?00)?)$/.test(zone)
    ? 'Z'
    : /^[+-]/.test(zone)
      ? zone.replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours, minutes) => `${hours}:${minutes ?? '00'}`)
      : offsetOf(zone, Date.parse(`${date}T${clock}Z`));
  return `${date}T${clock}${fraction}${offset}`;
}
