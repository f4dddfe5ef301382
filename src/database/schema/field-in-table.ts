import type { Field } from '#fields/field.ts';
import type { HistoricNames } from './historic-names.ts';
import type { Column } from './table.ts';

/** A stored field with its place: what decides its constraints and indexes. */
export interface FieldInTable {
  readonly table: string;
  readonly field: Field;
  readonly column: Column;
  /** The column is the primary key, which has an index of its own. */
  readonly isKey: boolean;
  readonly names: HistoricNames;
}
