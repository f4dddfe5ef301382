import { HttpError } from '#base/http-error.ts';
import type { Model } from '#registry/model.ts';
import type { BulkProblem } from '../write/bulk-error.ts';
import { bulkTargets } from '../write/bulk-targets.ts';
import { createObjects } from '../write/create-objects.ts';
import { wholeObject } from '../write/field-errors.ts';
import { updateObjects } from '../write/update-objects.ts';
import type { WriteContext } from '../write/write-context.ts';
import { childrenOf, withoutChildren } from './children.ts';
import type { ImportRequest, ImportResult } from './contract.ts';
import { importColumns } from './import-columns.ts';
import { type ImportRow, refuseCell } from './import-row.ts';
import type { ImportRules } from './import-rule.ts';
import { levels } from './levels.ts';
import { matchExisting } from './match-existing.ts';
import { findNamed } from './named-objects.ts';
import { readRows } from './read-rows.ts';

interface Import {
  readonly context: WriteContext;
  readonly model: Model;
  readonly rules: ImportRules;
  /** Told how many rows are done. */
  readonly progress?: (done: number) => void;
}

/** Rows that are written together: enough for few statements, few enough to tell how far it is. */
const together = 500;

/**
 * Imports rows of cells by column: related objects are named, existing ones found, and everything is written as by
 * requests of the API, with its rules, permissions and change log. All of it stands in one transaction, which the caller
 * ends: where the result has errors, it must be undone.
 */
export async function importRows(
  { context, model, rules, progress }: Import,
  { rows: given, existing, match, message }: ImportRequest,
): Promise<ImportResult> {
  const rule = rules[model.name];
  const columns = importColumns(context.registry, model, rule);
  const rows = given.map((cells, index): ImportRow => newRow(withoutChildren(context.registry, model, cells), index));
  const ignored = new Set<string>();
  const skipped = new Set<ImportRow>();
  const where = { context, model, name: (namings: Parameters<typeof findNamed>[1]) => findNamed(context, namings) };
  let done = 0;
  for (const level of levels(model, rows, rule?.names)) {
    for (let at = 0; at < level.length; at += together) {
      const some = level.slice(at, at + together);

      // ---- Which of them are there
      await matchExisting(context, { model, rows: some, match, existing, skipped, columns });
      const taken = some.filter((row) => !skipped.has(row));

      // ---- Cells to values and objects
      for (const name of await readRows(where, taken, { columns, rule })) ignored.add(name);

      // ---- Written
      for (const row of taken) if (message) row.input.changelog_message = message;
      const clean = taken.filter(({ errors }) => errors.size === 0);
      await create(
        { context, model },
        clean.filter(({ id }) => id === undefined),
      );
      await update(
        { context, model },
        clean.filter(({ id }) => id !== undefined),
      );
      if (clean.every(({ errors }) => errors.size === 0)) await rule?.written?.(clean, where);

      // ---- What lies below them
      const made = clean.filter(({ errors, id }) => errors.size === 0 && id !== undefined);
      for (const { child, below, parents } of childrenOf(context.registry, model, made, given)) {
        const result = await importRows(
          { context, model: child, rules },
          { rows: below, existing: 'refuse', match: [], message },
        );
        for (const { row, errors } of result.errors)
          for (const [column, messages] of Object.entries(errors))
            for (const one of messages) refuseCell(parents[row]!, wholeObject, `${child.label} ${column}: ${one}`);
        for (const name of result.ignored) ignored.add(`${child.model}.${name}`);
      }
      done += some.length;
      progress?.(done);
    }
    // What names a row that is wrong can't be looked at.
    if (level.some(({ errors }) => errors.size > 0)) break;
  }
  const wrong = rows.filter(({ errors }) => errors.size > 0);
  const outcomes = rows.map((row) =>
    row.errors.size > 0 ? 'wrong' : skipped.has(row) ? 'skip' : created.has(row) ? 'create' : 'update',
  );
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  return {
    created: count('create'),
    updated: count('update'),
    skipped: count('skip'),
    errors: wrong.map(({ index, errors }) => ({ row: index, errors: Object.fromEntries(errors) })),
    ignored: [...ignored],
    outcomes,
  };
}

/** Rows whose object did not exist before. */
const created = new WeakSet<ImportRow>();

function newRow(cells: Readonly<Record<string, unknown>>, index: number): ImportRow {
  return {
    index,
    cells: new Map(Object.entries(cells)),
    input: {},
    errors: new Map(),
    columns: new Map(),
    keys: new Map(),
    id: undefined,
  };
}

type Where = Pick<Import, 'context' | 'model'>;

async function create({ context, model }: Where, rows: readonly ImportRow[]): Promise<void> {
  for (const row of rows) created.add(row);
  if (rows.length === 0) return;
  await told(rows, async () => {
    const { drafts } = await createObjects(
      context,
      model,
      rows.map(({ input }) => input),
    );
    for (const [at, draft] of drafts.entries()) rows[at]!.id = draft.key;
  });
}

async function update({ context, model }: Where, rows: readonly ImportRow[]): Promise<void> {
  const there = rows.filter((row) => !created.has(row));
  if (there.length === 0) return;
  await told(there, async () => {
    const entries = there.map(({ id, input }) => ({ ...input, id: Number(id) }));
    const targets = await bulkTargets(context, { model, action: 'change', entries });
    await updateObjects(context, { model, targets, partial: true, bulk: true });
  });
}

/** Does something to the rows; what is refused is told to those it belongs to. */
async function told(rows: readonly ImportRow[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const { errors, detail } = error.body as { errors?: readonly BulkProblem[]; detail?: string };
    if (!Array.isArray(errors)) {
      for (const row of rows) refuseCell(row, wholeObject, detail ?? error.message);
      return;
    }
    for (const problem of errors as readonly BulkProblem[]) {
      const row = problem.index === undefined ? rows.find(({ id }) => id === String(problem.id)) : rows[problem.index];
      if (row) tell(row, problem.errors);
    }
  }
}

function tell(row: ImportRow, errors: Readonly<Record<string, unknown>>): void {
  for (const [field, messages] of Object.entries(errors)) {
    if (field === 'custom_fields' && typeof messages === 'object' && messages !== null && !Array.isArray(messages)) {
      for (const [name, one] of Object.entries(messages)) refuseCell(row, `cf_${name}`, textOf(one));
      continue;
    }
    refuseCell(row, row.columns.get(field) ?? field, textOf(messages));
  }
}

function textOf(messages: unknown): string {
  if (typeof messages === 'string') return messages;
  return Array.isArray(messages) ? messages.map(textOf).join(' ') : JSON.stringify(messages);
}
