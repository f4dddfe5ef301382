/** Endpoints beneath /application/o/ that clients authenticate at. */
export const authenticatedEndpoints = ['token', 'introspect', 'revoke', 'device'] as const;

/** Names beneath /application/o/ that belong to all providers: no application can have one as its slug. */
export const reservedSlugs: readonly string[] = ['authorize', 'userinfo', '.well-known', ...authenticatedEndpoints];
