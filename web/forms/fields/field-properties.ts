import type { FormFieldMeta } from '../../../src/surfaces/meta/form-contract.ts';

/** What a field sees of the form around it. */
export interface FormAround {
  /** The model that the form is of: `dcim.device`. */
  readonly model: string;
  /** The object that is changed; absent while one is made. */
  readonly objectId?: number | undefined;
  /** What the form's fields hold, by name. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a field's input gets. The frame around it shows label, help and error; `id` and `describedBy` tie them together. */
export interface FieldProperties {
  readonly field: FormFieldMeta;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
  readonly disabled: boolean;
  readonly form: FormAround;
}
