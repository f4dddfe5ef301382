import { whereSql } from '#database/select/where.ts';
import { and } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import { sharedWith } from '../read/shared-with.ts';
import { wholeObject } from '../write/field-errors.ts';
import type { WriteContext } from '../write/write-context.ts';
import type { ImportColumn } from './import-columns.ts';
import { type ImportRow, isBlank, refuseCell } from './import-row.ts';
import { findNamed, type Naming } from './named-objects.ts';

interface Matching {
  readonly model: Model;
  readonly rows: readonly ImportRow[];
  readonly match: readonly string[];
  readonly existing: 'refuse' | 'skip' | 'update';
  /** Told the rows that are to be left out. */
  readonly skipped: Set<ImportRow>;
  readonly columns: readonly ImportColumn[];
}

/** Finds the objects that rows are about: by `id`, else by all of the columns that match; one statement for all. */
export async function matchExisting(context: WriteContext, matching: Matching): Promise<void> {
  const { rows, existing, skipped } = matching;
  for (const row of rows) {
    const id = row.cells.get('id');
    row.cells.delete('id');
    if (isBlank(id)) continue;
    if (/^\d{1,18}$/.test(String(id))) row.id = String(BigInt(String(id)));
    else refuseCell(row, 'id', `"${String(id)}" is no ID.`);
  }
  if (existing === 'refuse' || matching.match.length === 0) return;
  const asking = rows.filter(({ id }) => id === undefined);
  const found = await findMatches(context, { ...matching, rows: asking });
  for (const row of asking) {
    const keys = found.get(row) ?? [];
    if (keys.length > 1) refuseCell(row, wholeObject, `${keys.length} ${matching.model.plural} match this row.`);
    else if (keys.length === 1 && existing === 'skip') skipped.add(row);
    else if (keys.length === 1) row.id = keys[0];
  }
}

async function findMatches(
  context: WriteContext,
  { model, rows, match, existing, columns }: Matching,
): Promise<ReadonlyMap<ImportRow, readonly string[]>> {
  const fields = match.flatMap((name) => {
    const field = model.fields.get(name.split('.')[0]!);
    return field && columnOf(field) ? [{ column: name, field }] : [];
  });
  if (fields.length === 0) return new Map();

  // ---- What each row says in the columns that match, relations as keys
  const said = new Map<ImportRow, (string | null)[]>();
  const namings: Naming[] = [];
  for (const row of rows) {
    const values: (string | null)[] = [];
    said.set(row, values);
    for (const [at, { column, field }] of fields.entries()) {
      const cellColumn = row.cells.has(column)
        ? column
        : [...row.cells.keys()].find((one) => one.startsWith(`${column}.`));
      const cell = cellColumn === undefined ? undefined : row.cells.get(cellColumn);
      values[at] = isBlank(cell) ? null : String(cell).trim();
      const to = columns.find(({ name }) => name === field.name)?.to;
      if (!to || values[at] === null) continue;
      namings.push({
        model: context.registry.get(to),
        attribute: cellColumn!.split('.')[1],
        text: values[at],
        within: new Map(),
        found: (key) => (values[at] = key),
        refused: () => (values[at] = 'none'),
      });
    }
  }
  await findNamed(context, namings);

  // ---- The objects that say the same in the first of them, told apart by the others
  const asking = [...said].filter(([, values]) => values[0] !== null);
  if (asking.length === 0) return new Map();
  const action = existing === 'update' ? 'change' : 'view';
  const may = and(context.permits(model, action), sharedWith(context.registry, model, context.asker));
  if (may.op === 'never') return new Map();
  const texts = [...new Set(asking.map(([, values]) => values[0]!))];
  const parameters = [`{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`];
  const where = whereSql(may, { model, alias: 't', parameters });
  const selected = fields.map(({ field }) => `t."${columnOf(field)}"::text`);
  const stored = await context.rows(
    `select t."${keyColumn(model)}", ${selected.join(', ')} from "${model.table}" t
      where ${selected[0]} = any($1::text[]) and ${where}`,
    parameters,
  );
  return new Map(
    asking.map(([row, values]) => [
      row,
      stored.filter((one) => values.every((value, at) => value === (one[at + 1] ?? null))).map(([key]) => key!),
    ]),
  );
}
