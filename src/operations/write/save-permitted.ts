import { forbidden, HttpError } from '#base/http-error.ts';
import type { Model } from '#registry/model.ts';
import { bulkError } from './bulk-error.ts';
import { permittedKeys } from './check-permission.ts';
import type { Draft } from './draft.ts';
import { wholeObject } from './field-errors.ts';
import { save } from './save.ts';
import type { WriteContext } from './write-context.ts';

/** How a request writes: what for, one object or many, and the word for its failure. */
export interface Writing {
  readonly model: Model;
  readonly action: 'add' | 'change';
  readonly bulk: boolean;
  readonly verb: string;
}

const notPermitted = { [wholeObject]: ['You do not have permission to perform this action on this object.'] };

/**
 * Writes drafts and asks whether the asker may have what became of them. Throws, and so undoes everything, where one has
 * errors (400) or may not be (403); in bulk the answer names all of either kind, which is why drafts without errors are
 * written although others have some.
 */
export async function savePermitted(
  context: WriteContext,
  drafts: readonly Draft[],
  { model, action, bulk, verb }: Writing,
): Promise<void> {
  const wrong = drafts.filter(({ errors }) => errors.any);
  if (wrong.length > 0 && !bulk) throw new HttpError(400, wrong[0]!.errors.alone);
  const clean = drafts.filter(({ errors }) => !errors.any);
  const everything = context.permits(model, action).op === 'always';
  let refused: readonly Draft[] = [];
  if (wrong.length === 0 || !everything) {
    await save(context, model, clean);
    const allowed = await permittedKeys(context, { model, action, keys: clean.map(({ key }) => key!) });
    refused = clean.filter(({ key }) => !allowed.has(key!));
  }
  if (wrong.length === 0 && refused.length === 0) return;
  if (!bulk) throw forbidden();
  const failed = drafts.filter((draft) => wrong.includes(draft) || refused.includes(draft));
  throw bulkError(refused.length > 0 ? 403 : 400, {
    problems: failed.map((draft) => ({
      ...(draft.isNew ? { index: draft.position } : { id: Number(draft.key) }),
      errors: draft.errors.any ? draft.errors.body : notPermitted,
    })),
    total: drafts.length,
    what: `could not be ${verb}`,
  });
}
