/** What the interface is told of objects beside what REST tells. */

/** An object that has what is looked for, and where. */
export interface SearchHit {
  readonly model: string;
  readonly id: number;
  readonly display: string;
  readonly description: string;
  /** The field that matched, and its value. */
  readonly field: string;
  readonly value: string;
}

/** The numbers of an object that no API serves, by name; null where there is nothing to measure. */
export type Measured = Readonly<Record<string, number | null>>;
