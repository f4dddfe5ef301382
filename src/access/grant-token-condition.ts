import { always, type Condition, never } from '#query/tree.ts';
import type { Registry } from '#registry/registry.ts';
import { constraintsCondition } from './constraints-condition.ts';
import type { Identity } from './identity.ts';
import type { Constraint } from './permission-set.ts';

/**
 * The condition on a user for whom somebody may make a token (`users.grant_token`). The token isn't there yet, so
 * constraints are asked of the user that it is for: `user` is the user, `user__<field>` the user's field; a constraint
 * on anything else of a token denies everything, as it does in NetBox.
 */
export function grantTokenCondition(registry: Registry, { user, permissions }: Identity): Condition {
  if (user?.isSuperuser) return always;
  const constraints = permissions.constraints.get('users.grant_token');
  if (!user || !constraints) return never;
  if (constraints.includes(null)) return always;
  const onUser: Constraint[] = [];
  for (const constraint of constraints) {
    const terms = Object.entries(constraint!).map(([term, value]): [string, unknown] => [userTerm(term), value]);
    if (terms.some(([term]) => term === '')) return never;
    onUser.push(Object.fromEntries(terms));
  }
  return constraintsCondition({ registry, model: registry.get('users.user'), constraints: onUser, userId: user.id });
}

const userTerm = (term: string): string => (term === 'user' ? 'pk' : term.startsWith('user__') ? term.slice(6) : '');
