/** A JSON value as the API's messages show it, which are Python's: a text as it is, in anything else with quotes. */
export const pythonText = (value: unknown): string => (typeof value === 'string' ? value : quotedPythonText(value));

/** The same with quotes around a text. */
export function quotedPythonText(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(quotedPythonText).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{${Object.entries(value)
    .map(([name, one]) => `'${name}': ${quotedPythonText(one)}`)
    .join(', ')}}`;
}
