import { Select } from '@mantine/core';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** A time zone by its name. */
export function TimeZoneInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const held = value ? String(value) : null;
  return (
    <Select
      aria-label={field.label}
      openOnFocus={false}
      id={id}
      name={field.name}
      size="xs"
      data={held && !zones.includes(held) ? [held, ...zones] : zones}
      value={held}
      onChange={(chosen) => onChange(chosen ?? '')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': text('form.clear'), tabIndex: -1 }}
      limit={60}
      error={invalid}
      disabled={disabled}
      aria-describedby={describedBy}
      nothingFoundMessage={text('form.noChoice')}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}
