import { Select } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import { toReference } from './reference.ts';
import { selectProperties } from './select-properties.ts';
import { TextInput } from './text-input.tsx';

interface Unit {
  readonly id: number;
  readonly name: string;
  readonly occupied: boolean;
  readonly device: { readonly display: string } | null;
}

/** A place in the rack that the form names: its units from top to bottom, those that are taken with what takes them. */
export function PositionInput(properties: FieldProperties) {
  const { value, onChange, disabled, form } = properties;
  const rack = toReference(form.values.rack);
  const face = String(form.values.face || 'front');
  const parameters = new URLSearchParams({ face, limit: '0' });
  if (form.objectId !== undefined) parameters.set('exclude', String(form.objectId));
  const address = `/api/dcim/racks/${rack?.id}/elevation/?${parameters}`;
  const units = useQuery({
    queryKey: ['units', address],
    queryFn: rack ? ({ signal }) => request<{ results: Unit[] }>(address, { signal }) : skipToken,
  });
  if (!rack) return <TextInput {...properties} disabled />;
  if (!units.data) return <TextInput {...properties} disabled={disabled} />;
  const held = value === '' || value === null ? null : String(Number(value));
  return (
    <Select
      {...selectProperties(properties)}
      data={units.data.results.map((unit) => ({
        value: String(unit.id),
        label: unit.name,
        disabled: unit.occupied,
      }))}
      renderOption={({ option }) => {
        const unit = units.data.results.find((one) => String(one.id) === option.value);
        return unit?.occupied
          ? text('form.unitTaken', { unit: unit.name, device: unit.device?.display ?? '' })
          : option.label;
      }}
      value={held}
      onChange={(chosen) => onChange(chosen ?? '')}
      clearable
      maxDropdownHeight={320}
    />
  );
}
