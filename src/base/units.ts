/** A number as an exact fraction. */
type Fraction = readonly [over: bigint, under: bigint];

/** What a text of decimal digits says, exactly. */
function decimal(text: string): Fraction {
  const [whole = '0', part = ''] = text.split('.');
  return [BigInt(`${whole}${part}`), 10n ** BigInt(part.length)];
}

/** What a floating point number stands for, exactly: NetBox multiplies weights by such numbers. */
function float(value: number): Fraction {
  let [over, under] = [value, 1n];
  while (!Number.isInteger(over)) {
    over *= 2;
    under *= 2n;
  }
  return [BigInt(over), under];
}

const grams: Readonly<Record<string, Fraction>> = {
  kg: [1000n, 1n],
  g: [1n, 1n],
  lb: float(453.592),
  oz: float(28.3495),
};
const millimetres: Readonly<Record<string, Fraction>> = { mm: [1n, 1n], cm: [10n, 1n], in: decimal('25.4') };
const litresPerMinute: Readonly<Record<string, Fraction>> = {
  lpm: [1n, 1n],
  m3ph: [1000n, 60n],
  gpm: decimal('3.785411784'),
};

function times(text: string, unit: string, factors: Readonly<Record<string, Fraction>>): Fraction {
  const factor = factors[unit];
  if (!factor) throw new Error(`Unknown unit ${unit}: one of ${Object.keys(factors).join(', ')}`);
  const [over, under] = decimal(text);
  return [over * factor[0], under * factor[1]];
}

/** A fraction with four places, halves to the even digit. */
function rounded([over, under]: Fraction): string {
  const scaled = over * 10_000n;
  let whole = scaled / under;
  const twice = (scaled % under) * 2n;
  if (twice > under || (twice === under && whole % 2n === 1n)) whole += 1n;
  const digits = whole.toString().padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** A weight in whole grams, cut off. */
export function toGrams(text: string, unit: string): string {
  const [over, under] = times(text, unit, grams);
  return (over / under).toString();
}

/** A diameter in millimetres, with four places. */
export const toMillimetres = (text: string, unit: string): string => rounded(times(text, unit, millimetres));

/** A flow in litres per minute, with four places. */
export const toLitresPerMinute = (text: string, unit: string): string => rounded(times(text, unit, litresPerMinute));
