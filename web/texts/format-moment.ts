import { inForce } from './in-force.ts';

/** An ISO 8601 moment in the user's time zone: `2026-03-01 14:05` in English, `01.03.2026, 14:05` in German. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : formatsOf(inForce.language.locale).moment.format(moment);
}

/** An ISO 8601 day, which is the same in every time zone: `2026-03-01`, `01.03.2026`. */
export function formatDay(iso: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  return day && !Number.isNaN(day.getTime()) ? formatsOf(inForce.language.locale).day.format(day) : iso;
}

interface Formats {
  readonly locale: string;
  readonly moment: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
}
let made: Formats | undefined;

/** Who reads English may put the month first or the day: ISO 8601's order, as Swedish has it, can't be misread. */
const unambiguous = 'sv';

function formatsOf(locale: string): Formats {
  if (made?.locale !== locale) {
    const written = locale === 'en' ? unambiguous : locale;
    const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    made = {
      locale,
      moment: new Intl.DateTimeFormat(written, { ...day, hour: '2-digit', minute: '2-digit' }),
      day: new Intl.DateTimeFormat(written, { ...day, timeZone: 'UTC' }),
    };
  }
  return made;
}
