/**
 * What a filter's values came to: nothing asked, a mistake in words, or values in PostgreSQL's text form, of which null
 * asks for objects without one.
 */
export type Reading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'mistake'; readonly text: string }
  | { readonly kind: 'values'; readonly values: readonly (string | null)[] };

export const nothing: Reading = Object.freeze({ kind: 'nothing' });
export const mistake = (text: string): Reading => ({ kind: 'mistake', text });
export const valuesRead = (values: readonly (string | null)[]): Reading =>
  values.length === 0 ? nothing : { kind: 'values', values };

export const badChoice = (value: string): Reading =>
  mistake(`Select a valid choice. ${value} is not one of the available choices.`);
export const badSingle: Reading = mistake('Select a valid choice. That choice is not one of the available choices.');
