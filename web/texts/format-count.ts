import { inForce } from './in-force.ts';

/** 12345 → `12,345` in English, `12.345` in German. */
export function formatCount(count: number): string {
  return formatOf(inForce.language.locale).format(count);
}

let made: { locale: string; format: Intl.NumberFormat } | undefined;

/** Making one takes a thousand times as long as using it. */
function formatOf(locale: string): Intl.NumberFormat {
  if (made?.locale !== locale) made = { locale, format: new Intl.NumberFormat(locale) };
  return made.format;
}
