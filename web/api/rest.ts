/** Shapes of the REST API that every model shares. */

export type RestObject = Readonly<Record<string, unknown>> & { readonly id: number };

export interface RestList {
  readonly count: number;
  readonly results: readonly RestObject[];
}

/** A related object inside another one. */
export interface RestReference {
  readonly id: number;
  readonly url: string;
  readonly display: string;
}

export interface RestChoice {
  readonly value: string | number;
  readonly label: string;
}
