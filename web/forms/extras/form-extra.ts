import type { StepReference } from '../../../src/surfaces/bulk/contract.ts';
import type { FormMeta } from '../../../src/surfaces/meta/form-contract.ts';
import type { RestObject } from '../../api/rest.ts';
import type { FullField, FullForm } from '../full-form.ts';
import type { Held } from '../held-values.ts';

/** A field of a form that isn't stored with the object. */
export interface ExtraField extends FullField {
  readonly extra: true;
  /** The field that it follows. */
  readonly after?: string;
  /** The field that it stands before. */
  readonly before?: string;
  /** The heading of the group that it stands in, where it is none of the form's. */
  readonly group?: string;
}

/** Reads an object by its model: `dcim.device`. */
export type GetObject = (model: string, id: number) => Promise<RestObject>;

/** Another object that is written with the form's own, in the same transaction. */
export interface ExtraStep {
  /** `dcim.device` */
  readonly model: string;
  /** The object that is changed; absent: one is made. */
  readonly id?: number | StepReference;
  readonly body: Readonly<Record<string, unknown>>;
  /** The form's field for each of the fields that may be refused. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Saving {
  readonly form: FullForm;
  readonly held: Held;
  /** What the extra fields stood at before anyone touched them. */
  readonly filled: Held;
  /** The form's own object, among others that are written. */
  readonly self: number | StepReference;
  readonly isNew: boolean;
  readonly get: GetObject;
}

/** What the form of one model does beyond its fields. */
export interface FormExtra {
  /** Models whose forms tell some of the fields. */
  readonly uses?: readonly string[];
  fields(forms: readonly FormMeta[]): readonly ExtraField[];
  /** What the extra fields stand at for an object that exists. */
  fill?(parts: { form: FullForm; object: RestObject; get: GetObject }): Promise<Held>;
  /** What other fields hold once one has been given; undefined where nothing follows. */
  follow?(parts: { name: string; value: unknown; held: Held; get: GetObject }): Promise<Held> | undefined;
  /** What is wrong with the extra fields, by field. */
  check?(held: Held): Readonly<Record<string, string>>;
  /** What is written along. */
  steps?(saving: Saving): Promise<readonly ExtraStep[]>;
}
