import type { FieldProperties } from './field-properties.ts';
import { ObjectPicker } from './object-picker.tsx';
import { pickParameters } from './pick-parameters.ts';
import type { Reference } from './reference.ts';

/** Any number of other objects; tags with their colours. */
export function RelationsInput({ field, value, onChange, id, describedBy, invalid, disabled, form }: FieldProperties) {
  return (
    <ObjectPicker
      multiple
      model={field.model!}
      chosen={value as readonly Reference[]}
      onChange={onChange}
      parameters={pickParameters(field.pick ?? [], form)}
      {...{ id, describedBy, invalid, disabled }}
      required={field.required ?? false}
    />
  );
}
