import type { Model } from '#registry/model.ts';
import { accept } from './accept.ts';
import type { BulkTarget } from './bulk-targets.ts';
import { customFieldReferences } from './custom-fields.ts';
import { Draft } from './draft.ts';
import { writeOneByOne } from './one-by-one.ts';
import { resolveReferences } from './references.ts';
import { savePermitted } from './save-permitted.ts';
import { storedRows } from './stored.ts';
import { validate } from './validate.ts';
import type { WriteContext } from './write-context.ts';

/**
 * Changes objects as one request asks, all or none. The targets exist and may be changed by the asker. `partial` keeps
 * what the request does not name; otherwise required fields must be named. Throws as createObjects does.
 */
export const updateObjects = (context: WriteContext, update: Update): Promise<readonly Draft[]> =>
  update.bulk
    ? writeOneByOne(context, {
        inputs: update.targets,
        verb: 'updated',
        write: (targets) => updateTogether(context, { ...update, targets }),
      })
    : updateTogether(context, update);

interface Update {
  readonly model: Model;
  readonly targets: readonly BulkTarget[];
  readonly partial: boolean;
  readonly bulk: boolean;
}

async function updateTogether(
  context: WriteContext,
  { model, targets, partial, bulk }: Update,
): Promise<readonly Draft[]> {
  // ---- What is stored, kept from others
  const keys = targets.map(({ key }) => key);
  const stored = await storedRows(context, model, keys, { lock: true });
  await context.changes.remember(model, keys, context);
  const drafts = targets.map(
    ({ key, input }, position) => new Draft({ model, position, input, key, before: stored.get(key) ?? new Map() }),
  );

  // ---- Values and references
  const references = drafts.flatMap((draft) => accept(draft, context, { partial }));
  references.push(...(await customFieldReferences(context, model, drafts)));
  await resolveReferences(references, context);

  // ---- Rules
  await validate(context, model, drafts);

  // ---- Rows
  await savePermitted(context, drafts, { model, action: 'change', bulk, verb: 'updated' });
  return drafts;
}
