import type { PickMeta } from '../../../src/surfaces/meta/form-contract.ts';
import type { FormAround } from './field-properties.ts';
import type { GenericValue } from './generic-input.tsx';
import { toReference } from './reference.ts';

/** The parameters that narrow the list picked from by what the form holds. */
export function pickParameters(pick: readonly PickMeta[], { values, objectId }: FormAround): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const { parameter, field, value, orNull, type, part } of pick) {
    const held = field === 'id' ? objectId : field ? chosenIn(values[field], type, part)?.id : undefined;
    const wanted = value ?? held;
    if (wanted === undefined) continue;
    parameters.append(parameter, String(wanted));
    if (orNull) parameters.append(parameter, 'null');
  }
  return parameters;
}

/** The object that a field names; of a generic relation, one of the type alone, or what that is part of. */
function chosenIn(held: unknown, type: string | undefined, part: string | undefined) {
  if (type === undefined) return toReference(held);
  const generic = held as GenericValue | undefined;
  if (generic?.type !== type) return null;
  return part ? toReference(generic.object?.[part]) : generic.object;
}
