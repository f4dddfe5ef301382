import type { PickMeta } from '../../../src/surfaces/meta/form-contract.ts';
import type { FormAround } from './field-properties.ts';
import type { GenericValue } from './generic-input.tsx';
import { toReference } from './reference.ts';

/** The parameters that narrow the list picked from by what the form holds. */
export function pickParameters(pick: readonly PickMeta[], { values, objectId }: FormAround): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const { parameter, field, value, orNull, type } of pick) {
    const held = field === 'id' ? objectId : field ? chosenIn(values[field], type)?.id : undefined;
    const wanted = value ?? held;
    if (wanted === undefined) continue;
    parameters.append(parameter, String(wanted));
    if (orNull) parameters.append(parameter, 'null');
  }
  return parameters;
}

/** The object that a field names; of a generic relation, one of the type alone. */
function chosenIn(held: unknown, type: string | undefined) {
  if (type === undefined) return toReference(held);
  const generic = held as GenericValue | undefined;
  return generic?.type === type ? generic.object : null;
}
