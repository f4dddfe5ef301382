import { FieldError } from './field.ts';

const units: Readonly<Record<string, number>> = {
  microseconds: 1e-6,
  milliseconds: 1e-3,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
  weeks: 604_800,
};

/** Seconds of a number, or of authentik's words: `hours=1;minutes=30`. Throws where it is neither, or no time at all. */
export function readSeconds(value: unknown): number {
  const seconds = typeof value === 'number' ? value : typeof value === 'string' ? ofWords(value) : Number.NaN;
  if (!Number.isFinite(seconds) || seconds < 1 || seconds > 315_360_000)
    throw new FieldError('This must be a number of seconds, or such as "hours=1;minutes=30".');
  return Math.round(seconds);
}

function ofWords(text: string): number {
  if (/^\d+$/.test(text.trim())) return Number(text);
  return text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, unit = '', amount = ''] = /^(\w+)\s*=\s*(\d+(?:\.\d+)?)$/.exec(part) ?? [];
      return (units[unit] ?? Number.NaN) * Number(amount);
    })
    .reduce((sum, seconds) => sum + seconds, 0);
}
