/** A text as an SQL literal (standard_conforming_strings is on in every session). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
