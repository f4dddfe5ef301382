const numbers = new Intl.NumberFormat('en');

/** 12345 → `12,345`. */
export function formatCount(count: number): string {
  return numbers.format(count);
}
