import type { ComponentType } from 'react';
import type { FormFieldMeta } from '../../../src/surfaces/meta/form-contract.ts';
import type { FieldProperties } from './field-properties.ts';

/** How much of a form's row a field takes: a third, a half or all of it. */
export type FieldSize = 'short' | 'half' | 'full';

/**
 * A way to edit values: the input, and how REST's spelling becomes what the input holds and back. What is held for
 * nothing is `empty`. `check` tells what is wrong before the server is asked.
 */
export interface FormField {
  readonly Input: ComponentType<FieldProperties>;
  readonly size: FieldSize;
  readonly empty: unknown;
  /** What the input holds for a value that REST served. */
  read(value: unknown, field: FormFieldMeta): unknown;
  /** What REST is given; only asked where something is held and `check` found nothing. */
  write(value: unknown, field: FormFieldMeta): unknown;
  /** What the input holds for the texts of an address's query. */
  parse(texts: readonly string[], field: FormFieldMeta): unknown;
  check?(value: unknown, field: FormFieldMeta): string | undefined;
  /** The label stands beside the input and not above it. */
  readonly labelled?: true;
}
