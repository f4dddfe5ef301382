import { formatDay } from '../texts/format-moment.ts';
import type { ValueProperties } from './value-properties.ts';

export function DateView({ value }: ValueProperties) {
  const iso = String(value);
  return <time dateTime={iso}>{formatDay(iso)}</time>;
}
