import { exactJson } from '#base/exact-json.ts';

/** JSON with one line for every part that is short, so that a file of many small parts stays small and its diff says what changed. */
export function readable(value: unknown): string {
  return `${spelled(value, '', 0)}\n`;
}

const width = 240;

function spelled(value: unknown, indent: string, before: number): string {
  const short = exactJson(value);
  if (typeof value !== 'object' || value === null || indent.length + before + short.length <= width) return short;
  const deeper = `${indent} `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((one) => spelled(one, deeper, 0))
    : Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([name, one]) => `${JSON.stringify(name)}:${spelled(one, deeper, name.length + 3)}`);
  return `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
}
