/** Terms that must all hold, or several such of which any may. */
export type Constraints = Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[] | null;

/** What a permission allows somebody, as the server tells it. */
export interface Grant {
  /** null: it is given to everybody by the settings. */
  readonly id: number | null;
  readonly name: string;
  readonly description: string;
  readonly objectTypes: readonly string[];
  readonly actions: readonly string[];
  readonly constraints: Constraints;
  readonly direct: boolean;
  readonly groups: readonly { readonly id: number; readonly name: string }[];
}
