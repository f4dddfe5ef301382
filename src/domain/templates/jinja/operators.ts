import { pythonText, quotedText } from './python-values.ts';
import { TemplateError } from './template-error.ts';

const unsupported = (sign: string, one: unknown, other: unknown): TemplateError =>
  new TemplateError(
    'TypeError',
    `unsupported operand type(s) for ${sign}: ${quotedText(one)} and ${quotedText(other)}`,
  );

const isNumber = (value: unknown): value is number | boolean => typeof value === 'number' || typeof value === 'boolean';

/** `+`: numbers, texts or lists; never one of a kind with one of another. */
export function add(one: unknown, other: unknown): unknown {
  if (isNumber(one) && isNumber(other)) return Number(one) + Number(other);
  if (typeof one === 'string' && typeof other === 'string') return one + other;
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  throw unsupported('+', one, other);
}

const most = 10_000_000;

/** `*`: numbers, or a text or list several times. */
export function multiply(one: unknown, other: unknown): unknown {
  if (isNumber(one) && isNumber(other)) return Number(one) * Number(other);
  const [many, times] = isNumber(one) ? [other, Number(one)] : [one, Number(other)];
  const size = (many as { length?: number }).length ?? 0;
  if (size * times > most) throw new TemplateError('MemoryError', 'the result is too long');
  if (typeof many === 'string') return many.repeat(Math.max(0, times));
  if (Array.isArray(many)) return Array.from({ length: Math.max(0, times) }, () => many as unknown[]).flat();
  throw unsupported('*', one, other);
}

/** `/` of numbers. */
export function divide(one: unknown, other: unknown): unknown {
  if (!isNumber(one) || !isNumber(other)) throw unsupported('/', one, other);
  if (Number(other) === 0) throw new TemplateError('ZeroDivisionError', 'division by zero');
  return Number(one) / Number(other);
}

/** `%`: the rest of a division, with the divisor's sign; or values put into a text's `%s` and `%d`. */
export function modulo(one: unknown, other: unknown): unknown {
  if (typeof one === 'string') return formatted(one, Array.isArray(other) ? other : [other]);
  if (!isNumber(one) || !isNumber(other)) throw unsupported('%', one, other);
  const divisor = Number(other);
  if (divisor === 0) throw new TemplateError('ZeroDivisionError', 'modulo by zero');
  return ((Number(one) % divisor) + divisor) % divisor;
}

/** Python's `%` formatting: width, zeros, precision; `s`, `r`, `d`, `i`, `f`, `x`, `X`, `o`. */
export function formatted(text: string, values: readonly unknown[]): string {
  let next = 0;
  return text.replace(
    /%(?:\((\w+)\))?([-0+ ]*)(\d*)(?:\.(\d+))?([srdifxXo%])/g,
    (_whole, name: string | undefined, flags: string, width: string, places: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      const value = name === undefined ? values[next++] : (values[0] as Record<string, unknown>)[name];
      const made = written(value, kind, places);
      const signed = flags.includes('+') && Number(value) >= 0 && /[dif]/.test(kind) ? `+${made}` : made;
      if (flags.includes('-')) return signed.padEnd(Number(width));
      return signed.padStart(Number(width), flags.includes('0') && kind !== 's' ? '0' : ' ');
    },
  );
}

function written(value: unknown, kind: string, places: string | undefined): string {
  switch (kind) {
    case 'r':
      return quotedText(value);
    case 'd':
    case 'i':
      return String(Math.trunc(Number(value)));
    case 'f':
      return Number(value).toFixed(Number(places ?? 6));
    case 'x':
      return Math.trunc(Number(value)).toString(16);
    case 'X':
      return Math.trunc(Number(value)).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(Number(value)).toString(8);
    default:
      return pythonText(value).slice(0, places === undefined ? undefined : Number(places));
  }
}
