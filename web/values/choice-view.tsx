import { Badge } from './badge.tsx';
import type { ValueProperties } from './value-properties.ts';

/** `{ value, label }` or a bare value: a badge where the choice has a colour, else its label. */
export function ChoiceView({ value, colors, choices }: ValueProperties) {
  const given =
    typeof value === 'object' && value !== null ? (value as { value?: unknown; label?: unknown }) : { value };
  const label = String(given.label ?? choices?.find((choice) => choice.value === given.value)?.label ?? given.value);
  const color = colors?.[String(given.value)];
  return color ? <Badge color={color}>{label}</Badge> : label;
}
