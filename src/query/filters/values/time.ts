interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: string;
  readonly zone: string;
}

const iso =
  /^\s*(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ](?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,6})\d{0,6})?)?)?\s*(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?\s*$/;
const american =
  /^\s*(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}|\d{2})(?: (?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:\.(?<fraction>\d{1,6}))?)?)?\s*$/;

function read(text: string): Clock | undefined {
  const groups = (iso.exec(text) ?? american.exec(text))?.groups;
  if (!groups) return undefined;
  const number = (name: string) => Number(groups[name] ?? 0);
  const short = groups.year!.length === 2;
  const clock: Clock = {
    // Two digits mean 1969 to 2068 (POSIX, and so Python's strptime).
    year: number('year') + (short ? (number('year') < 69 ? 2000 : 1900) : 0),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    fraction: groups.fraction ?? '0',
    zone: groups.zone ?? '',
  };
  const { year, month, day } = clock;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const real = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && clock.hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : undefined;
}

const two = (number: number) => String(number).padStart(2, '0');
const dayText = ({ year, month, day }: Clock) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** A day, in ISO 8601 or as Americans write it. */
export function dayValue(text: string): string | undefined {
  const clock = read(text);
  return clock && !/[:T]/.test(text) && !clock.zone ? dayText(clock) : undefined;
}

/** A moment; one without a zone is meant in `timeZone`, and a mere day is its midnight. */
export function momentValue(text: string, timeZone: string): string | undefined {
  const clock = read(text);
  if (!clock) return undefined;
  const { hour, minute, second, fraction, zone } = clock;
  const at = `${dayText(clock)} ${two(hour)}:${two(minute)}:${two(second)}.${fraction}`;
  return `${at}${zone || ` ${timeZone}`}`;
}

/** A length of time: seconds, a clock with days before it, or ISO 8601. */
export function durationValue(text: string): string | undefined {
  const value = text.trim();
  if (/^-?P(?=.)(\d+([.,]\d+)?D)?(T(\d+([.,]\d+)?H)?(\d+([.,]\d+)?M)?(\d+([.,]\d+)?S)?)?$/.test(value)) return value;
  const match =
    /^(?:(?<days>-?\d+) (?:days?, )?)?(?<sign>-?)(?:(?:(?<hours>\d+):)?(?<minutes>\d+):)?(?<seconds>\d+)(?:[.,](?<fraction>\d{1,6}))?$/.exec(
      value,
    );
  if (!match?.groups) return undefined;
  const { days = '0', sign, hours = '0', minutes = '0', seconds, fraction = '0' } = match.groups;
  return `${days} days ${sign}${hours} hours ${sign}${minutes} minutes ${sign}${seconds}.${fraction} seconds`;
}

/** The days that Python's timedelta holds. */
const mostDays = 999_999_999;

/** Whether a length of time has more days than can be told. */
export function tooLong(text: string): boolean {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] =
    /^\s*(?:(-?\d+) (?:days?, )?)?-?(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,]\d+)?\s*$/.exec(text) ?? [];
  return Math.abs(Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400) > mostDays;
}
