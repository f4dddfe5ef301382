import { compare } from '#query/compare.ts';
import { always, type Condition, or } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Asker } from '../action.ts';

/**
 * The condition under which somebody meets objects that belong to users: shared ones and their own; superusers meet
 * all, and what nobody can share is everybody's.
 */
export function sharedWith(
  registry: Registry,
  model: Model,
  { userId, isSuperuser }: Pick<Asker, 'userId' | 'isSuperuser'>,
): Condition {
  if (isSuperuser || !model.fields.has('shared') || model.fields.get('user')?.to !== 'users.user') return always;
  const shared = compare({ registry, model, path: 'shared' }, 'exact', ['true']);
  const own = userId === undefined ? [] : [compare({ registry, model, path: 'user' }, 'exact', [userId])];
  return or(shared, ...own);
}
