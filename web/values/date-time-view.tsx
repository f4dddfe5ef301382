import { formatMoment } from '../texts/format-moment.ts';
import type { ValueProperties } from './value-properties.ts';

export function DateTimeView({ value }: ValueProperties) {
  const iso = String(value);
  return (
    <time dateTime={iso} title={iso}>
      {formatMoment(iso)}
    </time>
  );
}
