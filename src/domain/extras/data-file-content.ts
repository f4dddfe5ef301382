import { parse } from 'yaml';

/** A data file's content as its text, or as the JSON value that its YAML or JSON means. */
export type FileContent = 'text' | 'value';

export interface Content {
  /** The field's column. */
  readonly text: string | null;
  readonly problem?: string;
}

const unreadable = 'The selected data file is empty or its content could not be read.';

/** What a field takes from a data file, whose bytes come as PostgreSQL writes them. */
export function readContent(data: string, as: FileContent): Content {
  const text = decode(data);
  if (text === undefined) return { text: null, problem: unreadable };
  if (as === 'text') return { text };
  let value: unknown;
  try {
    // PyYAML, which NetBox reads them with, speaks YAML 1.1.
    value = parse(text, { version: '1.1', uniqueKeys: false }) as unknown;
  } catch (error) {
    return { text: null, problem: (error as Error).message };
  }
  if (value === null || value === undefined) return { text: null, problem: unreadable };
  return isJson(value) ? { text: JSON.stringify(value) } : { text: null, problem: 'Value must be valid JSON.' };
}

function decode(data: string): string | undefined {
  const bytes = Buffer.from(data.slice(2), 'hex');
  if (bytes.length === 0) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether JSON can say it: YAML's dates, sets and bytes it cannot. */
function isJson(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint';
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}
