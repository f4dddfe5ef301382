import type { PickMeta } from '../../../src/surfaces/meta/form-contract.ts';
import type { FormAround } from './field-properties.ts';
import { toReference } from './reference.ts';

/** The parameters that narrow the list picked from by what the form holds. */
export function pickParameters(pick: readonly PickMeta[], { values, objectId }: FormAround): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const { parameter, field, value, orNull } of pick) {
    const held = field === 'id' ? objectId : field ? toReference(values[field])?.id : undefined;
    const wanted = value ?? held;
    if (wanted === undefined) continue;
    parameters.append(parameter, String(wanted));
    if (orNull) parameters.append(parameter, 'null');
  }
  return parameters;
}
