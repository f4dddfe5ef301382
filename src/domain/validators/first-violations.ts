import type { WriteContext } from '#operations/write/write-context.ts';
import type { Model } from '#registry/model.ts';
import { attributeValues, type Subject, type Values } from './attributes.ts';
import { checks } from './checks.ts';
import type { RuleSet } from './configured-rules.ts';

/** The first rule that each subject violates, in words; by its place. */
export async function firstViolations(
  context: WriteContext,
  { model, subjects, ruleSets }: { model: Model; subjects: readonly Subject[]; ruleSets: readonly RuleSet[] },
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (const rules of ruleSets)
    for (const [path, asked] of Object.entries(rules)) {
      const ofRequest = path.split('.')[0] === 'request';
      const values = ofRequest
        ? await requestValues(context, path, subjects.length)
        : await attributeValues(context, { model, subjects, path });
      for (const place of subjects.keys()) {
        if (found.has(place)) continue;
        const violated = values
          ? violation(path, asked, values[place])
          : `Invalid attribute "${ofRequest ? path.slice(8) : path}" for ${ofRequest ? 'request' : model.className}`;
        if (violated) found.set(place, violated);
      }
    }
  return found;
}

function violation(path: string, asked: Readonly<Record<string, unknown>>, value: unknown): string | undefined {
  for (const [kind, limit] of Object.entries(asked)) {
    const problem = checks[kind]?.(value, limit);
    if (problem) return `Custom validation failed for ${path}: ['${problem}']`;
  }
  return undefined;
}

/** What a path says of the request: its id, or of the user who makes it (`request.user.username`). */
async function requestValues(context: WriteContext, path: string, count: number): Promise<Values> {
  const [, first = '', ...rest] = path.split('.');
  const fill = (value: unknown) => Array.from({ length: count }, () => value);
  if (first === 'id' && rest.length === 0) return fill(context.requestId);
  if (first !== 'user') return undefined;
  const { userId } = context.asker;
  if (rest.length === 0) return fill(userId === undefined ? null : Number(userId));
  const model = context.registry.get('users.user');
  const subject: Subject = { key: userId, columns: new Map([['user_id', userId ?? null]]) };
  const ofUser = await attributeValues(context, {
    model: { ...model, fields: new Map([['user', { ...context.registry.get('users.token').fields.get('user')! }]]) },
    subjects: [subject],
    path: `user.${rest.join('.')}`,
  });
  return ofUser && fill(ofUser[0]);
}
