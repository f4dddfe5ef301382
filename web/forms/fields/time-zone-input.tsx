import { Select } from '@mantine/core';
import type { FieldProperties } from './field-properties.ts';
import { selectProperties } from './select-properties.ts';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** A time zone by its name. */
export function TimeZoneInput(properties: FieldProperties) {
  const held = properties.value ? String(properties.value) : null;
  return (
    <Select
      {...selectProperties(properties)}
      data={held && !zones.includes(held) ? [held, ...zones] : zones}
      value={held}
      onChange={(chosen) => properties.onChange(chosen ?? '')}
      clearable
      limit={60}
    />
  );
}
