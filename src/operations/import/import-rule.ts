import type { Model } from '#registry/model.ts';
import type { WriteContext } from '../write/write-context.ts';
import type { ImportRow } from './import-row.ts';
import type { Naming } from './named-objects.ts';

/** What the import of a model takes beyond its fields. */
export interface ImportRule {
  /** Columns of its own, and what they are. */
  readonly columns: readonly { readonly name: string; readonly required?: true; readonly hint: string }[];
  /** Columns of its own that name other objects of the model, such as are made by other rows. */
  readonly names?: readonly string[];
  /** Takes its columns off the rows and fills their inputs; names objects by `name`, which is told many at once. */
  read(rows: readonly ImportRow[], where: ImportWhere): Promise<void>;
  /** After the objects are written: rows with their keys. */
  written?(rows: readonly ImportRow[], where: ImportWhere): Promise<void>;
}

export interface ImportWhere {
  readonly context: WriteContext;
  readonly model: Model;
  /** Finds the objects that are named, and tells each naming. */
  name(namings: readonly Naming[]): Promise<void>;
}

/** By model. */
export type ImportRules = Readonly<Record<string, ImportRule>>;
