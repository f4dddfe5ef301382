import type { Queryable } from '#database/connect.ts';
import { findEntitlements } from '#identity/rows/find-entitlements.ts';
import type { ApplicationRow, ScopeMappingRow } from '#identity/rows/provider-row.ts';
import type { UserRow } from '#identity/rows/user-row.ts';
import { defaultMappings } from './default-mappings.ts';

export interface BuiltInParts {
  readonly sql: Queryable;
  readonly user: UserRow;
  readonly application: ApplicationRow;
}

type BuiltIn = (parts: BuiltInParts) => Record<string, unknown> | Promise<Record<string, unknown>>;

/** What the expressions of the default mappings give, by scope. */
const builtIn: Readonly<Record<string, BuiltIn>> = {
  openid: () => ({}),
  offline_access: () => ({}),
  email: ({ user }) => ({ email: user.email, email_verified: false }),
  profile: ({ user }) => ({
    name: user.name,
    given_name: user.name,
    preferred_username: user.username,
    nickname: user.username,
    groups: user.groups.filter(({ direct }) => direct).map(({ name }) => name),
  }),
  entitlements: async ({ sql, user, application }) => {
    const names = (await findEntitlements(sql, application.id, user.id)).map(({ name }) => name);
    return { entitlements: names, roles: names };
  },
};

const known = new Map(defaultMappings.map(({ scope_name, expression }) => [expression, builtIn[scope_name]!]));

/** What gives a mapping's claims without Python: only where its expression is a default one, to the letter. */
export const builtInFor = ({ expression, scope_name }: ScopeMappingRow): BuiltIn | undefined =>
  expression.trim() === 'return {}' ? builtIn.openid : scope_name in builtIn ? known.get(expression.trim()) : undefined;
