/** JSON text of a string. */
export const quoted = (text: string): string => JSON.stringify(text);

/** The text as it is: PostgreSQL's spelling is already JSON (integers, jsonb). */
export const verbatim = (text: string): string => text;
