import { randomUUID } from 'node:crypto';
import type { ActionRequest } from '#operations/action.ts';
import type { WriteRequest } from '#operations/write/transaction.ts';
import { rules } from '../rules/index.ts';

/** What an action that writes needs of its request. */
export function writeRequest({ sql, settings, asker, permits, context }: ActionRequest): WriteRequest {
  const { contentTypes, shapes, base } = context;
  return { sql, shapes, settings, contentTypes, asker, rules, base, requestId: randomUUID(), permits };
}
