const zones = new Set(Intl.supportedValuesOf('timeZone'));

/** Whether the IANA database knows a time zone of this name, old names included. */
export function isTimeZone(name: string): boolean {
  if (zones.has(name)) return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
