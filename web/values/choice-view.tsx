import { label } from '../texts/label.ts';
import { Badge } from './badge.tsx';
import type { ValueProperties } from './value-properties.ts';

/** `{ value, label }` or a bare value: a badge where the choice has a colour, else its label. */
export function ChoiceView({ value, colors, choices }: ValueProperties) {
  const given =
    typeof value === 'object' && value !== null ? (value as { value?: unknown; label?: unknown }) : { value };
  // REST's labels are English; those of the model have been translated with it.
  const name =
    given.label === undefined
      ? String(choices?.find((choice) => choice.value === given.value)?.label ?? given.value)
      : label(String(given.label));
  const color = colors?.[String(given.value)];
  return color ? <Badge color={color}>{name}</Badge> : name;
}
