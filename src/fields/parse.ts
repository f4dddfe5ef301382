import type { Field } from './field.ts';

/** A value that its field can't take; the message is the API's, the operation knows the field. */
export class InvalidValue extends Error {}

/** A list whose elements can't all be taken: messages by position, as Django REST framework's lists tell them. */
export class InvalidElements extends InvalidValue {
  readonly errors: Readonly<Record<string, unknown>>;

  constructor(errors: Readonly<Record<string, unknown>>) {
    super(String(Object.values(errors).flat()[0]));
    this.errors = errors;
  }
}

/** Reads the elements of a list. Throws InvalidElements that names all that can't be read; null never can. */
export function parseElements(values: readonly unknown[], parse: (value: unknown) => string): string[] {
  const errors: Record<string, unknown> = {};
  const texts = values.map((value, position) => {
    try {
      if (value === null) throw invalid('This field may not be null.');
      return parse(value);
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      errors[position] = [error.message];
      return '';
    }
  });
  if (Object.keys(errors).length > 0) throw new InvalidElements(errors);
  return texts;
}

/** An InvalidValue to throw. */
export const invalid = (message: string): InvalidValue => new InvalidValue(message);

/** Python's name of a JSON value's type, as the API's messages give it. */
export function typeName(value: unknown): string {
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return { string: 'str', boolean: 'bool', object: 'dict' }[typeof value as 'string'] ?? typeof value;
}

/** Text without blanks around it, no longer than the field takes. Numbers count as texts, booleans don't. */
export function parseText({ max, blank }: Field, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw invalid('Not a valid string.');
  const text = String(value).trim();
  refuseUnstorable(text);
  if (text === '' && !blank) throw invalid('This field may not be blank.');
  if (max !== undefined && text.length > max && [...text].length > max)
    throw invalid(`Ensure this field has no more than ${max} characters.`);
  return text;
}

/** What no column holds: the null character, and halves of characters that stand alone. */
function refuseUnstorable(text: string): void {
  if (text.includes('\0')) throw invalid('Null characters are not allowed.');
  const [alone] = /\p{Surrogate}/u.exec(text) ?? [];
  if (alone !== undefined)
    throw invalid(`Surrogate characters are not allowed: U+${alone.charCodeAt(0).toString(16).toUpperCase()}.`);
}

function refuseUnstorableIn(value: unknown): void {
  if (typeof value === 'string') refuseUnstorable(value);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      refuseUnstorable(name);
      refuseUnstorableIn(one);
    }
}

const widths = { 16: 32767n, 32: 2147483647n, 64: 9223372036854775807n } as const;

/** A whole number within the field's bounds. */
export function integerOf({ minimum, maximum, positive, bits }: Field, value: unknown): string {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (!/^[+-]?\d{1,30}(\.0*)?$/.test(text)) throw invalid('A valid integer is required.');
  const number = BigInt(text.replace(/\.0*$/, ''));
  const most = maximum === undefined ? widths[bits ?? 32] : BigInt(Math.floor(maximum));
  const least = minimum === undefined ? (positive ? 0n : -widths[bits ?? 32] - 1n) : BigInt(Math.ceil(minimum));
  if (number > most) throw invalid(`Ensure this value is less than or equal to ${most}.`);
  if (number < least) throw invalid(`Ensure this value is greater than or equal to ${least}.`);
  return String(number);
}

/** Any JSON value as text. Throws for what no column holds. */
export function jsonOf(value: unknown): string {
  const text = JSON.stringify(value);
  if (text.includes('\\u0000') || /\\ud[89a-f]/.test(text)) refuseUnstorableIn(value);
  return text;
}

/** Kinds whose values name other objects are read by operations, which can look them up. */
export function byOperations({ name, kind }: Field): never {
  throw new Error(`${name}: a ${kind.name} is read by operations`);
}
