/** A whole number as Django's forms read it: blanks around it, a sign and a fraction of zeros are no harm. */
export function wholeNumber(text: string): string | undefined {
  const match = /^\s*([-+]?\d+)(?:\.0*)?\s*$/.exec(text);
  return match ? String(BigInt(match[1]!.replace('+', ''))) : undefined;
}

/** A decimal number in PostgreSQL's spelling. */
export function decimalNumber(text: string): string | undefined {
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?)\s*$/.exec(text);
  return match?.[1];
}
