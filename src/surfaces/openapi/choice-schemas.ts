import type { Choice } from '#fields/choice-set.ts';
import type { Schema } from './schema.ts';

/** Which values stand for nothing chosen. */
export interface Absent {
  readonly blank: boolean;
  readonly null: boolean;
}

/** The values of a choice, as a client gives them. */
export function valueSchema(choices: readonly Choice[], absent: Absent): Schema {
  const chosen = choices.filter(([value]) => value !== '');
  return {
    enum: [...chosen.map(([value]) => value), ...(absent.blank ? [''] : []), ...(absent.null ? [null] : [])],
    type: typeof chosen[0]?.[0] === 'number' ? 'integer' : 'string',
    description: chosen.map(([value, label]) => `* \`${value}\` - ${label}`).join('\n'),
  };
}

/** A choice as it is served: its value beside its label. */
export function labelledSchema(choices: readonly Choice[], absent: Absent): Schema {
  const labels = choices.filter(([value]) => value !== '').map(([, label]) => label);
  return {
    type: 'object',
    properties: { value: valueSchema(choices, absent), label: { type: 'string', enum: labels } },
  };
}
