import { whereSql } from '#database/select/where.ts';
import { typeName } from '#fields/parse.ts';
import { and } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { sharedWith } from '../read/shared-with.ts';
import { type BulkProblem, bulkError } from './bulk-error.ts';
import { wholeObject } from './field-errors.ts';
import type { WriteContext } from './write-context.ts';

/** An entry of a bulk change or deletion: the object's key and the rest of the entry. */
export interface BulkTarget {
  readonly key: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Reads the entries of a bulk request. Throws 400 for malformed entries, for keys named twice, for unknown keys. */
export async function bulkTargets(
  context: WriteContext,
  { model, action, entries }: { model: Model; action: string; entries: readonly unknown[] },
): Promise<BulkTarget[]> {
  const total = entries.length;

  // ---- Their form
  const malformed: BulkProblem[] = [];
  const targets = entries.flatMap((entry, index): BulkTarget[] => {
    const problem = (field: string, message: string): BulkTarget[] => {
      malformed.push({ index, errors: { [field]: [message] } });
      return [];
    };
    if (entry === null) return problem(wholeObject, 'This field may not be null.');
    if (typeof entry !== 'object' || Array.isArray(entry))
      return problem(wholeObject, `Invalid data. Expected a dictionary, but got ${typeName(entry)}.`);
    const { id } = entry as { id?: unknown };
    if (id === undefined) return problem('id', 'This field is required.');
    if (id === null) return problem('id', 'This field may not be null.');
    const text = String(id).trim();
    if (typeof id === 'boolean' || typeof id === 'object' || !/^\d{1,18}$/.test(text))
      return problem('id', 'A valid integer is required.');
    return [{ key: String(BigInt(text)), input: entry as Record<string, unknown> }];
  });
  if (malformed.length > 0) throw bulkError(400, { problems: malformed, total, what: 'failed validation' });

  // ---- Each once
  const times = new Map<string, number>();
  for (const { key } of targets) times.set(key, (times.get(key) ?? 0) + 1);
  const repeated = [...times].filter(([, count]) => count > 1);
  if (repeated.length > 0)
    throw bulkError(400, {
      problems: repeated.map(([key, count]) => ({
        id: Number(key),
        errors: { id: [`Each object may be specified only once; ID ${key} is listed ${count} times`] },
      })),
      total,
      what: 'are listed more than once',
    });

  // ---- All there
  const parameters = [`{${targets.map(({ key }) => key).join(',')}}`];
  const where = whereSql(and(context.permits(model, action), sharedWith(context.registry, model, context.asker)), {
    model,
    alias: 't',
    parameters,
  });
  const column = `t.${keyColumn(model)}`;
  const rows = await context.rows(
    `select ${column} from "${model.table}" t where ${column} = any($1) and ${where}`,
    parameters,
  );
  const there = new Set(rows.map(([key]) => key));
  const missing = targets.filter(({ key }) => !there.has(key));
  if (missing.length > 0)
    throw bulkError(400, {
      problems: missing.map(({ key }) => ({
        id: Number(key),
        errors: { id: [`Object with ID ${key} does not exist`] },
      })),
      total,
      what: 'could not be found',
    });
  return targets;
}
