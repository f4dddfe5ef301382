/** A constraint of a table beyond those that fields state (unique, positive, relations). */
export interface Constraint {
  readonly name: string;
  /** Field names; absent where expressions are given. */
  readonly fields?: readonly string[];
  /** SQL expressions over columns, such as `lower(name)`. */
  readonly expressions?: readonly string[];
  /** SQL condition of a partial unique index. */
  readonly where?: string;
  /** Nulls count as equal. */
  readonly nullsEqual?: boolean;
  /** A check instead of a unique constraint: its SQL condition. */
  readonly check?: string;
}

/** An index beyond those that fields state. */
export interface Index {
  readonly name: string;
  readonly fields?: readonly string[];
  /** SQL expressions over columns, where fields don't say it. */
  readonly expressions?: readonly string[];
  /** btree unless said: gin, gist, spgist. */
  readonly method?: string;
  readonly opclass?: string;
  readonly where?: string;
}

/** What a table's schema says beyond fields, constraints and indexes. */
export interface DatabaseQuirks {
  /**
   * Names of database objects that no rule yields, kept from NetBox's history: the derived name (of a constraint, an
   * index, a sequence, also of a many-to-many table's) to the one it has.
   */
  readonly names?: Readonly<Record<string, string>>;
  /**
   * Copies that a trigger keeps: by relation, own field to the field of the related model whose value it repeats. In
   * the order of the trigger's columns.
   */
  readonly copies?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Many-to-many fields whose unique index has the other model's key first. */
  readonly otherKeyFirst?: readonly string[];
}
