import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';

/** What every input that picks from a list to search has: how it is called, told wrong and cleared. */
export const selectProperties = ({
  field,
  id,
  describedBy,
  invalid,
  disabled,
}: Pick<FieldProperties, 'field' | 'id' | 'describedBy' | 'invalid' | 'disabled'>) => ({
  'aria-label': field.label,
  openOnFocus: false,
  id,
  name: field.name,
  size: 'xs' as const,
  searchable: true,
  clearButtonProps: { 'aria-label': text('form.clear'), tabIndex: -1 },
  error: invalid,
  disabled,
  'aria-describedby': describedBy,
  nothingFoundMessage: text('form.noChoice'),
  comboboxProps: { transitionProps: { duration: 0 } },
});
