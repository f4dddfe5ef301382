import type { Settings } from '#base/settings.ts';
import { always, type Condition, never } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { constraintsCondition } from './constraints-condition.ts';
import { grantTokenCondition } from './grant-token-condition.ts';
import type { Identity } from './identity.ts';
import { isExempt } from './is-exempt.ts';
import { permissionName } from './permission-name.ts';
import type { PermissionSet } from './permission-set.ts';

export interface PermissionQuestion {
  readonly identity: Identity;
  readonly model: Model;
  /** `view`, `add`, `change`, `delete`, or a model's own, such as `render_config`. */
  readonly action: string;
  readonly settings: Pick<Settings, 'EXEMPT_VIEW_PERMISSIONS'>;
}

/** Whether somebody may do this with some objects of the model at least. */
export function hasPermission({ identity, model, action, settings }: PermissionQuestion): boolean {
  return (
    identity.user?.isSuperuser === true ||
    isExempt(model, action, settings) ||
    (identity.user !== null && identity.permissions.constraints.has(permissionName(model, action)))
  );
}

/** The condition that an object must satisfy for somebody to do this with it. */
export function permissionCondition(question: PermissionQuestion & { readonly registry: Registry }): Condition {
  const { registry, identity, model, action, settings } = question;
  // Whether a token may be made is asked of the user whom it is for.
  if (action === 'grant_token' && model.name === 'users.user') return grantTokenCondition(registry, identity);
  if (identity.user?.isSuperuser || isExempt(model, action, settings)) return always;
  const name = permissionName(model, action);
  const constraints = identity.permissions.constraints.get(name);
  if (!identity.user || !constraints) return never;
  const userId = identity.user.id;
  return keptCondition(identity.permissions, `${model.name} ${name} ${userId}`, () =>
    constraintsCondition({ registry, model, constraints, userId }),
  );
}

/**
 * Conditions live as long as the set that they came from: a changed row makes another set. Many users may share one, so
 * that beyond a number the oldest goes.
 */
const kept = 10_000;
const conditions = new WeakMap<PermissionSet, Map<string, Condition>>();

function keptCondition(set: PermissionSet, key: string, make: () => Condition): Condition {
  const ofSet = conditions.get(set) ?? new Map<string, Condition>();
  conditions.set(set, ofSet);
  const known = ofSet.get(key);
  if (known) return known;
  const made = make();
  if (ofSet.size >= kept) ofSet.delete(ofSet.keys().next().value!);
  ofSet.set(key, made);
  return made;
}
