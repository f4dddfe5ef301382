/** The token that the session gave for unsafe requests. */
export const csrf = { token: '' };
