/**
 * Bytes that a request's head may have. Node's own 16 KB are too few for an access token that names a thousand groups; a
 * list of ids in an address may be as long.
 */
export const maxHeaderSize = 64 * 1024;
