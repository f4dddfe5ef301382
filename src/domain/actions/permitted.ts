import { forbidden, HttpError } from '#base/http-error.ts';
import type { ActionRequest } from '#operations/action.ts';
import type { Condition } from '#query/tree.ts';

/** Which objects of a model the asker may do something with. Throws 403 where it is none whatever. */
export function permitted({ permits, asker, context }: ActionRequest, model: string, action = 'view'): Condition {
  const condition = permits(context.registry.get(model), action);
  if (condition.op !== 'never') return condition;
  if (asker.userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
  throw forbidden();
}
