/** The cookie of a session at the identity provider; a session of Patchbay itself has another. */
export const sessionCookie = 'identity_session';
