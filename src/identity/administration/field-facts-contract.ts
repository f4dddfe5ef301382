/** What a form or a program needs to know of a field. */
export interface FieldFacts {
  readonly label: string;
  /** How it is shown and edited. */
  readonly widget:
    | 'text'
    | 'textarea'
    | 'python'
    | 'password'
    | 'boolean'
    | 'choice'
    | 'json'
    | 'seconds'
    | 'redirect_uris'
    | 'reference'
    | 'references'
    | 'time';
  readonly help?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  /** Taken, and never told. */
  readonly writeOnly?: boolean;
  readonly choices?: readonly string[];
  /** The kind of objects that are pointed at. */
  readonly to?: string;
  /** What the form of a new object has chosen already: of what is pointed at, those whose field has one of the values. */
  readonly preselected?: { readonly field: string; readonly values: readonly string[] };
  /** What a new object gets where nothing is said; left out: the column's own default. */
  readonly initial?: unknown;
}
