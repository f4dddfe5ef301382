/**
 * What a filter's values came to: nothing asked, a mistake in words, or values in PostgreSQL's text form, of which null
 * asks for objects without one.
 */
export type Reading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'mistake'; readonly text: string }
  | { readonly kind: 'values'; readonly values: readonly (string | null)[] };

export const nothing: Reading = Object.freeze({ kind: 'nothing' });
/** A mistake, in the words that the answer gives. */
export const mistake = (text: string): Reading => ({ kind: 'mistake', text });
/** Values; none at all ask nothing. */
export const valuesRead = (values: readonly (string | null)[]): Reading =>
  values.length === 0 ? nothing : { kind: 'values', values };

/** The mistake of a value that is none of the choices. */
export const badChoice = (value: string): Reading =>
  mistake(`Select a valid choice. ${value} is not one of the available choices.`);
export const badSingle: Reading = mistake('Select a valid choice. That choice is not one of the available choices.');
