import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { text } from '../texts/text.ts';
import type { FilterInputProperties } from './filter-input-properties.ts';

/** Text or numbers; several, separated by commas, mean any of them. */
export function TextValuesInput({ meta, values, onChange }: FilterInputProperties) {
  const [typed, setTyped] = useState(values.join(', '));
  return (
    <TextInput
      data-autofocus
      aria-label={text('filter.value')}
      placeholder={text('filter.values')}
      inputMode={meta.view === 'text' ? 'text' : 'decimal'}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(
          event.currentTarget.value
            .split(',')
            .map((value) => value.trim())
            .filter(Boolean),
        );
      }}
    />
  );
}
