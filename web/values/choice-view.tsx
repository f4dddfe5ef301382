import { Badge } from './badge.tsx';
import type { ValueProperties } from './value-properties.ts';

/** `{ value, label }`: a badge where the choice has a colour, else its label. */
export function ChoiceView({ value, colors }: ValueProperties) {
  const choice =
    typeof value === 'object' && value !== null
      ? (value as { value?: unknown; label?: unknown })
      : { value, label: value };
  const color = colors?.[String(choice.value)];
  const label = String(choice.label ?? choice.value);
  return color ? <Badge color={color}>{label}</Badge> : label;
}
