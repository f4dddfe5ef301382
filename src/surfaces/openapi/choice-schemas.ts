import type { Field } from '#fields/field.ts';
import { choicesInForce } from '#registry/choices-in-force.ts';
import { blankable, nullable, readOnly } from '#registry/rest-facts.ts';
import type { Components } from './components.ts';
import type { Schema } from './schema.ts';

/**
 * The values of a choice field. `stored`: as the column holds them, null too; otherwise as the API says, where null is
 * a choice only if the field may be null on the wire.
 */
export function choiceValues({ settings }: Components, field: Field, { stored }: { stored: boolean }): Schema {
  const choices = choicesInForce(field.choices!, settings.FIELD_CHOICES).filter(([value]) => value !== '');
  const isNumber = typeof choices[0]?.[0] === 'number';
  const mayBeNull = stored ? field.null === true : nullable(field);
  const mayBeBlank = (stored ? field.blank === true : blankable(field)) && !isNumber && !readOnly(field);
  return {
    enum: [...choices.map(([value]) => value), ...(mayBeBlank ? [''] : []), ...(mayBeNull ? [null] : [])],
    type: isNumber ? 'integer' : 'string',
    description: choices.map(([value, label]) => `* \`${value}\` - ${label}`).join('\n'),
  };
}

/** A choice as it is served: its value beside its label. */
export function labelledChoice(components: Components, field: Field): Schema {
  const choices = choicesInForce(field.choices!, components.settings.FIELD_CHOICES);
  const labels = choices.filter(([value]) => value !== '').map(([, label]) => label);
  return {
    type: 'object',
    properties: {
      value: choiceValues(components, field, { stored: false }),
      label: { type: 'string', enum: labels },
    },
  };
}
