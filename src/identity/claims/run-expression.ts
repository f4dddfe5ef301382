import { expressionLookups, givenUser } from '#identity/claims/expression-lookups.ts';
import { noteEvent } from '#identity/events/note-event.ts';
import type { ExpressionGiven } from '#identity/expressions/expression-given.ts';
import type { Expressions } from '#identity/expressions/expressions.ts';
import type { ProviderRow } from '#identity/rows/provider-row.ts';
import type { UserRow } from '#identity/rows/user-row.ts';
import { derivedKey } from '#identity/secret-box.ts';
import { PythonError } from '#python/python-error.ts';
import type { ExpressionCall, RunExpression } from './scope-claims.ts';
import { subjectOf } from './subject.ts';

/** Runs the expressions of scope mappings in a Python, and keeps the events that they make. */
export const createRunExpression =
  (expressions: Expressions, secretKey: () => string): RunExpression =>
  async (call) => {
    const { sql, name, expression: text, user } = call;
    const hashedId = hashedIds(secretKey());
    const given = expressionGiven(call, hashedId);
    const { value, events } = await expressions.run({ name, text }, given, expressionLookups(sql, hashedId));
    for (const { action, context } of events)
      await noteEvent(sql, { action: 'custom', username: user.username, context: { ...context, action } });
    return value;
  };

/** authentik's `uid` of users. */
export const hashedIds = (secretKey: string) => {
  const key = derivedKey(secretKey, 'patchbay.identity.subject');
  return (user: UserRow) => subjectOf(user, { sub_mode: 'hashed_user_id' }, key);
};

/** What an expression is told, which is never a secret. */
export function expressionGiven(
  { user, provider, scopes }: Pick<ExpressionCall, 'user' | 'provider' | 'scopes'>,
  hashedId: (user: UserRow) => string,
): ExpressionGiven {
  return { user: givenUser(user, hashedId), provider: givenProvider(provider), scopes };
}

const givenProvider = ({ id, name, client_type, client_id, ...row }: ProviderRow): ExpressionGiven['provider'] => ({
  id,
  name,
  client_type,
  client_id,
  sub_mode: row.sub_mode,
  issuer_mode: row.issuer_mode,
  include_claims_in_id_token: row.include_claims_in_id_token,
  application: row.application,
});

/** Tells what is wrong with an expression before it is saved; null where it can be run. */
export const expressionChecker =
  (expressions: Expressions) =>
  async (text: string): Promise<string | null> => {
    try {
      await expressions.check({ name: 'expression', text });
      return null;
    } catch (error) {
      if (error instanceof PythonError) return error.message;
      throw error;
    }
  };
