import { useQuery } from '@tanstack/react-query';
import { useModels } from '../../meta/use-models.ts';
import type { FieldProperties } from './field-properties.ts';
import { ObjectPicker } from './object-picker.tsx';
import { objectTypeQuery } from './object-type-query.ts';
import { pickParameters } from './pick-parameters.ts';
import type { Reference } from './reference.ts';

/** Any number of other objects; tags with their colours, those that objects of the form's type may have. */
export function RelationsInput({ field, value, onChange, id, describedBy, invalid, disabled, form }: FieldProperties) {
  const byType = field.pick?.find(({ objectType }) => objectType);
  const { objectTypes } = useModels().index;
  const type = useQuery({ ...objectTypeQuery(objectTypes.api, form.model), enabled: byType !== undefined });
  const parameters = pickParameters(field.pick ?? [], form);
  if (byType && type.data) parameters.set(byType.parameter, String(type.data));
  return (
    <ObjectPicker
      multiple
      model={field.model!}
      chosen={value as readonly Reference[]}
      onChange={onChange}
      parameters={parameters}
      waiting={byType !== undefined && type.isPending}
      {...{ id, describedBy, invalid, disabled }}
      required={field.required ?? false}
    />
  );
}
