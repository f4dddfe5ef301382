import type { GenericTypeMeta } from '../../../src/surfaces/meta/form-contract.ts';
import { capitalize } from '../../texts/capitalize.ts';

interface TypeOption {
  readonly value: string;
  readonly label: string;
}

/** Models to choose from by what they are called; two of one name also by what they are part of. */
export function typeOptions(types: readonly GenericTypeMeta[], labelOf: (model: string) => string): TypeOption[] {
  return types.map(({ model, within }) => {
    const label = labelOf(model);
    const isShared = types.some((other) => other.model !== model && labelOf(other.model) === label);
    return { value: model, label: capitalize(isShared && within ? `${label} (${labelOf(within.model)})` : label) };
  });
}
