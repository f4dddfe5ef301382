import { parse as parseCsv } from 'csv-parse/browser/esm/sync';
import { text } from '../texts/text.ts';

export type ImportFormat = 'csv' | 'json' | 'yaml';

/** One row of what is to be imported: cells by the names that its source gives them. */
export type Cells = Readonly<Record<string, unknown>>;

export interface Parsed {
  readonly format: ImportFormat;
  /** The names of the source's columns, in order. */
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
  /** CSV: what stands between cells. */
  readonly delimiter?: string;
}

const delimiters = [',', ';', '\t', '|'];

/** What a text most likely is. */
export function formatOf(source: string): ImportFormat {
  const text = source.trimStart();
  if (/^[[{]/.test(text)) return 'json';
  const first = text.split('\n', 1)[0] ?? '';
  if (/^(---|- )/.test(text) || (/^[\w-]+:(\s|$)/.test(first) && !delimiters.some((one) => first.includes(one))))
    return 'yaml';
  return 'csv';
}

/** The rows of a text. Throws an Error that says what is wrong, and where. */
export async function parseRows(source: string, format: ImportFormat): Promise<Parsed> {
  switch (format) {
    case 'csv':
      return parseTable(source);
    case 'json':
      return fromObjects(format, [JSON.parse(source)]);
    case 'yaml': {
      const { parseAllDocuments } = await import('yaml');
      const documents = parseAllDocuments(source);
      const all = Array.isArray(documents) ? documents : [];
      for (const { errors } of all) if (errors[0]) throw new Error(errors[0].message);
      return fromObjects(
        format,
        all.map((document) => document.toJS() as unknown),
      );
    }
  }
}

function parseTable(source: string): Parsed {
  const delimiter = delimiterOf(source);
  const records = parseCsv(source, {
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as string[][];
  const [header = [], ...lines] = records;
  const columns = header.map((name, at) => name || `#${at + 1}`);
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice) throw new Error(text('import.columnTwice', { column: twice }));
  const rows = lines
    .filter((line) => line.some((cell) => cell !== ''))
    .map((line) => Object.fromEntries(columns.map((name, at) => [name, line[at] ?? ''])));
  return { format: 'csv', columns, rows, delimiter };
}

/** What parts the first line into most cells, where nothing is quoted. */
function delimiterOf(source: string): string {
  const first = source.split('\n', 1)[0]!.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((one) => first.split(one).length);
  return delimiters[counts.indexOf(Math.max(...counts))]!;
}

function fromObjects(format: ImportFormat, documents: readonly unknown[]): Parsed {
  const rows = documents
    .flatMap((one) => (Array.isArray(one) ? (one as unknown[]) : [one]))
    .flatMap((one) => {
      // The API's own lists: their objects are what is meant.
      const { results } = (one ?? {}) as { results?: unknown };
      return Array.isArray(results) ? (results as unknown[]) : [one];
    })
    .filter((one) => one !== null && one !== undefined);
  const wrong = rows.findIndex((row) => typeof row !== 'object' || Array.isArray(row));
  if (wrong >= 0) throw new Error(text('import.noObject', { row: wrong + 1 }));
  const cells = rows as Cells[];
  return { format, columns: [...new Set(cells.flatMap((row) => Object.keys(row)))], rows: cells };
}
