import type { Settings } from '#base/settings.ts';
import type { Model } from '#registry/model.ts';
import { AccessError } from './access-error.ts';
import { isSafe } from './csrf.ts';
import type { Identity } from './identity.ts';
import { hasPermission } from './permissions.ts';

export interface Authorization {
  readonly identity: Identity;
  readonly settings: Pick<Settings, 'LOGIN_REQUIRED' | 'EXEMPT_VIEW_PERMISSIONS'>;
  readonly method: string;
  /** The model whose permission is asked for; absent: the endpoint is nobody's (`/api/`, `/api/dcim/`, `/api/status/`). */
  readonly model?: Model | undefined;
  /** The action whose permission is asked for, where the method doesn't say it: `render_config`, `sync`. */
  readonly action?: string;
}

const actions: Readonly<Record<string, string>> = {
  GET: 'view',
  HEAD: 'view',
  POST: 'add',
  PUT: 'change',
  PATCH: 'change',
  DELETE: 'delete',
};

/** The action that a method on a model's endpoint stands for; none for OPTIONS. */
const actionOf = (method: string): string | undefined => actions[method];

/** The checks before a REST request is looked at, in NetBox's order. Throws an AccessError where one fails. */
export function authorize({ identity, settings, method, model, action = actionOf(method) }: Authorization): void {
  const { user, token } = identity;
  const refused = user ? 'notPermitted' : 'notAuthenticated';

  if (token && !token.writeEnabled && !isSafe(method)) throw new AccessError('notPermitted');
  if (!user && settings.LOGIN_REQUIRED) throw new AccessError('notAuthenticated');
  if (model && action && !hasPermission({ identity, model, action, settings })) throw new AccessError(refused);
}
