/** A number rounded to two places, spelled with at least one: `0.0`, `12.5`, `33.33`. */
export const rounded = (value: number): string => {
  const text = String(Math.round(value * 100) / 100);
  return text.includes('.') ? text : `${text}.0`;
};
