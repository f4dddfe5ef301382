import { forbidden } from '#base/http-error.ts';
import { whereSql } from '#database/select/where.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { bulkError } from './bulk-error.ts';
import type { Draft } from './draft.ts';
import { wholeObject } from './field-errors.ts';
import type { WriteContext } from './write-context.ts';

/** The keys among these that the asker may do this with. */
export async function permittedKeys(
  context: WriteContext,
  { model, action, keys }: { model: Model; action: string; keys: readonly string[] },
): Promise<ReadonlySet<string>> {
  const condition = context.permits(model, action);
  if (condition.op === 'always') return new Set(keys);
  if (condition.op === 'never') return new Set();
  const parameters = [`{${keys.join(',')}}`];
  const where = whereSql(condition, { model, alias: 't', parameters });
  const rows = await context.rows(
    `select t.${keyColumn(model)} from "${model.table}" t where t.${keyColumn(model)} = any($1) and ${where}`,
    parameters,
  );
  return new Set(rows.map(([key]) => key!));
}

/** After writing: whoever made of an object what they may not have is refused, and everything is undone. */
export async function requirePermitted(
  context: WriteContext,
  {
    model,
    action,
    drafts,
    bulk,
    verb,
  }: { model: Model; action: string; drafts: readonly Draft[]; bulk: boolean; verb: string },
): Promise<void> {
  const allowed = await permittedKeys(context, { model, action, keys: drafts.map(({ key }) => key!) });
  const refused = drafts.filter(({ key }) => !allowed.has(key!));
  if (refused.length === 0) return;
  if (!bulk) throw forbidden();
  throw bulkError(403, {
    problems: refused.map(({ isNew, position, key }) => ({
      ...(isNew ? { index: position } : { id: Number(key) }),
      errors: { [wholeObject]: ['You do not have permission to perform this action on this object.'] },
    })),
    total: drafts.length,
    what: `could not be ${verb}`,
  });
}
