import { TextInput } from '@mantine/core';
import { text } from '../texts/text.ts';
import type { FilterInputProperties } from './filter-input-properties.ts';

/** A day, or a moment in the user's time zone, sent as ISO 8601. */
export function DateInput({ meta, values, onChange }: FilterInputProperties) {
  const moment = meta.view === 'dateTime';
  return (
    <TextInput
      data-autofocus
      type={moment ? 'datetime-local' : 'date'}
      aria-label={text('filter.value')}
      value={moment ? local(values[0]) : (values[0] ?? '')}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange(value ? [moment ? new Date(value).toISOString() : value] : []);
      }}
    />
  );
}

/** An ISO moment as `datetime-local` wants it. */
function local(iso: string | undefined): string {
  const moment = new Date(iso ?? '');
  if (Number.isNaN(moment.getTime())) return '';
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
