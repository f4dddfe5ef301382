const zones = new Set(Intl.supportedValuesOf('timeZone'));
const inSmallLetters = new Set([...zones].map((zone) => zone.toLowerCase()));

/** Whether the IANA database knows a time zone of this name, old names included. Names are told apart by case. */
export function isTimeZone(name: string): boolean {
  if (zones.has(name)) return true;
  if (!/^[A-Za-z]/.test(name) || inSmallLetters.has(name.toLowerCase())) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
