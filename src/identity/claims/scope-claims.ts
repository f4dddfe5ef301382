import type { Queryable } from '#database/connect.ts';
import { noteEvent } from '#identity/events/note-event.ts';
import type { ProviderRow, ScopeMappingRow } from '#identity/rows/provider-row.ts';
import type { UserRow } from '#identity/rows/user-row.ts';
import { builtInFor } from './built-in-claims.ts';
import { isObject, mergeClaims } from './merge-claims.ts';

/** What a scope mapping's expression is run with. */
export interface ExpressionCall {
  readonly sql: Queryable;
  /** The mapping's name, which errors tell. */
  readonly name: string;
  readonly expression: string;
  readonly user: UserRow;
  readonly provider: ProviderRow;
  /** The granted scopes. */
  readonly scopes: readonly string[];
}

/** Runs an expression in the sandbox; throws what went wrong in it. */
export type RunExpression = (call: ExpressionCall) => Promise<unknown>;

export interface ClaimsRequest {
  readonly sql: Queryable;
  readonly run: RunExpression;
  readonly user: UserRow;
  readonly provider: ProviderRow;
  readonly scopes: readonly string[];
}

/**
 * The claims that the provider's mappings give for the granted scopes. A mapping whose expression fails, or gives
 * something else than claims, is left out and told of in the audit log; the login goes on, as at authentik.
 */
export async function scopeClaims(request: ClaimsRequest): Promise<Record<string, unknown>> {
  let claims: Record<string, unknown> = {};
  for (const mapping of request.provider.mappings)
    if (request.scopes.includes(mapping.scope_name)) claims = mergeClaims(claims, await claimsOf(mapping, request));
  return claims;
}

async function claimsOf(mapping: ScopeMappingRow, request: ClaimsRequest): Promise<Record<string, unknown>> {
  const { sql, run, user, provider, scopes } = request;
  const builtIn = builtInFor(mapping);
  if (builtIn) return builtIn({ sql, user, application: provider.application });
  const fail = (message: string) =>
    noteEvent(sql, {
      action: 'property_mapping_exception',
      username: user.username,
      application: provider.application.slug,
      context: { mapping: mapping.name, message: message.slice(0, 2000) },
    });
  try {
    const value = await run({ sql, name: mapping.name, expression: mapping.expression, user, provider, scopes });
    if (value === null || value === undefined) return {};
    if (isObject(value)) return value;
    await fail(`The expression must return a dictionary, not ${Array.isArray(value) ? 'a list' : typeof value}.`);
  } catch (error) {
    await fail((error as Error).message);
  }
  return {};
}
