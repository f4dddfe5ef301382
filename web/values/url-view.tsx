import type { ValueProperties } from './value-properties.ts';

/** An address on the web; only http and https become links. */
export function UrlView({ value }: ValueProperties) {
  const url = String(value);
  if (!/^https?:\/\//i.test(url)) return <>{url}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {url}
    </a>
  );
}
