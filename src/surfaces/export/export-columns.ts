import type { ReadContext } from '#operations/read/context.ts';
import type { Model } from '#registry/model.ts';
import type { ColumnMeta, View } from '../meta/contract.ts';
import { cellText } from './cell-text.ts';

/** A column of the file. */
export interface ExportColumn {
  readonly name: string;
  readonly label: string;
  /** Where the value is in an object as REST serves it; the first step is the field to ask for. */
  readonly path: readonly string[];
  /** Told apart from the object. */
  readonly far?: true | undefined;
  text(value: unknown): string;
}

/** What a user has chosen: columns by table, and the delimiter. */
export interface Preferences {
  readonly csv_delimiter?: unknown;
  readonly tables?: Readonly<Record<string, { readonly columns?: unknown }>>;
}

/**
 * The columns to export: those that the query names (`columns=name,status`), else for `table` those that the user has
 * chosen or the usual ones, and for everything all, the usual ones first; custom fields are `cf_<name>`.
 */
export async function exportColumns(
  context: ReadContext,
  {
    model,
    all,
    query,
    preferences,
  }: {
    model: Model;
    all: readonly ColumnMeta[];
    query: URLSearchParams;
    preferences: Preferences;
  },
): Promise<ExportColumn[]> {
  const own: ExportColumn[] = model.features?.includes('customFields') ? await customColumns(context, model) : [];
  const stored = all.map(
    ({ name, label, path, far, view }): ExportColumn => ({
      name,
      label,
      path,
      far,
      text: (value) => cellText(value, view),
    }),
  );
  const known = new Map([...stored, ...own].map((column) => [column.name, column]));
  const named = query.get('columns')?.split(',') ?? chosen(preferences, model);
  const selected = (named ?? all.flatMap(({ name, shown }) => (shown ? [name] : []))).flatMap(
    (name) => known.get(name) ?? [],
  );
  if (query.get('export') === 'table' || query.has('columns')) return selected;
  return [...new Set([...selected, ...known.values()])];
}

function chosen({ tables }: Preferences, model: Model): string[] | undefined {
  const columns = tables?.[`${model.className}Table`]?.columns;
  return Array.isArray(columns) ? columns.map(String) : undefined;
}

async function customColumns(context: ReadContext, model: Model): Promise<ExportColumn[]> {
  const fields = await context.customFields(model.name);
  return fields
    .filter(({ status, visible }) => status === 'active' && visible)
    .map(({ name, label, type }) => ({
      name: `cf_${name}`,
      label: label || name,
      path: ['custom_fields', name],
      text: (value) => customText(value, type),
    }));
}

const views: Readonly<Record<string, View>> = { boolean: 'boolean', datetime: 'dateTime' };

/** Selections are written by their values, for those are what an import takes. */
function customText(value: unknown, type: string): string {
  const chosenValue = (one: unknown) => String((one as { value?: unknown } | null)?.value ?? '');
  if (type === 'select') return chosenValue(value);
  if (type === 'multiselect') return Array.isArray(value) ? value.map(chosenValue).join(',') : '';
  if (type === 'json' && value !== null) return JSON.stringify(value);
  return cellText(value, views[type] ?? 'text');
}
