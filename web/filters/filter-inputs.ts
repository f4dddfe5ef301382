import type { ComponentType } from 'react';
import type { FilterView } from '../../src/surfaces/meta/contract.ts';
import { BooleanInput } from './boolean-input.tsx';
import { ChoiceInput } from './choice-input.tsx';
import { DateInput } from './date-input.tsx';
import type { FilterInputProperties } from './filter-input-properties.ts';
import { ObjectInput } from './object-input.tsx';
import { TextValuesInput } from './text-values-input.tsx';

/** The input for each kind of filter. */
export const filterInputs: Readonly<Record<FilterView, ComponentType<FilterInputProperties>>> = {
  boolean: BooleanInput,
  choice: ChoiceInput,
  date: DateInput,
  dateTime: DateInput,
  decimal: TextValuesInput,
  number: TextValuesInput,
  object: ObjectInput,
  text: TextValuesInput,
};
