import type { ValueProperties } from './value-properties.ts';

export function EmailView({ value }: ValueProperties) {
  return <a href={`mailto:${encodeURI(String(value))}`}>{String(value)}</a>;
}
