/** The text with its first letter in upper case and the rest in lower case. */
export const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
