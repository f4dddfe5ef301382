/** What a setting may be. */
export interface Setting<T> {
  readonly fallback: T;
  /** Whether it may also be set at run time, by a row of core_configrevision, unless it is given at start. */
  readonly dynamic: boolean;
  /** What a value must be, in words; used in the error when `accepts` says no. */
  readonly expected: string;
  accepts(value: unknown): boolean;
  /** The value that a variable of the environment spells; what it can't mean is left for `accepts` to refuse. */
  fromText(text: string): unknown;
}

interface Options<T> {
  dynamic?: boolean;
  expected?: string;
  accepts?: (value: T) => boolean;
}

function setting<T>(
  fallback: T,
  expected: string,
  is: (value: unknown) => boolean,
  options: Options<T> = {},
  fromText: (text: string) => unknown = (text) => text,
): Setting<T> {
  return {
    fallback,
    dynamic: options.dynamic ?? false,
    expected: options.expected ?? expected,
    accepts: (value) => is(value) && (options.accepts?.(value as T) ?? true),
    fromText,
  };
}

/** True or false. */
export function flag(fallback: boolean, options?: Options<boolean>): Setting<boolean> {
  return setting(fallback, 'true or false', (value) => typeof value === 'boolean', options, flagFromText);
}

/** A text. */
export function text(fallback: string, options?: Options<string>): Setting<string> {
  return setting(fallback, 'a text', (value) => typeof value === 'string', options);
}

/** A list of texts. */
export function texts(fallback: readonly string[], options?: Options<readonly string[]>): Setting<readonly string[]> {
  return setting(fallback, 'a list of texts', isTexts, options, textsFromText);
}

/** One text, or a list of them. */
export function textOrTexts(fallback: string | readonly string[]): Setting<string | readonly string[]> {
  return setting(
    fallback,
    'a text or a list of texts',
    (value) => typeof value === 'string' || isTexts(value),
    {},
    (text) => (/^[[(]/.test(text) || /\s/.test(text) ? textsFromText(text) : text),
  );
}

/** Whether a value is a list of texts. */
export function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** An object by names. */
export function mapping<T>(
  fallback: Readonly<Record<string, T>>,
  options?: Options<Readonly<Record<string, T>>>,
): Setting<Readonly<Record<string, T>>> {
  return setting(fallback, 'an object', isMapping, options, (text) => jsonFromText(text));
}

/** A list of anything. */
export function list<T>(fallback: readonly T[], options?: Options<readonly T[]>): Setting<readonly T[]> {
  return setting(fallback, 'a list', Array.isArray, options, (text) => jsonFromText(text));
}

/** Whether a value is an object with names. */
export function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Any JSON value. */
export function json<T>(fallback: T): Setting<T> {
  return setting(
    fallback,
    'JSON',
    () => true,
    {},
    (text) => jsonFromText(text),
  );
}

interface IntegerOptions extends Options<number> {
  min?: number;
  oneOf?: readonly number[];
}

/** A whole number, within bounds. */
export function integer(fallback: number, options: IntegerOptions = {}): Setting<number> {
  const expected = options.oneOf
    ? options.oneOf.join(' or ')
    : `a whole number${options.min === undefined ? '' : ` from ${options.min}`}`;
  return setting(fallback, expected, (value) => isInteger(value, options), options, numberFromText);
}

/** A whole number within bounds, or null for none. */
export function optionalInteger(options: IntegerOptions): Setting<number | null> {
  return setting<number | null>(
    null,
    `a whole number from ${options.min ?? 0}, or null`,
    (value) => value === null || isInteger(value, options),
    {},
    (text) => (/^(none|null)$/i.test(text) ? null : numberFromText(text)),
  );
}

function isInteger(value: unknown, { min = -Infinity, oneOf }: IntegerOptions): boolean {
  return Number.isInteger(value) && (value as number) >= min && (oneOf?.includes(value as number) ?? true);
}

function numberFromText(text: string): unknown {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function flagFromText(text: string): unknown {
  if (/^(true|1|yes|on)$/i.test(text)) return true;
  return /^(false|0|no|off)$/i.test(text) ? false : text;
}

/** JSON, or Python's list of texts, or words with spaces or commas between them. */
export function textsFromText(text: string): unknown {
  if (!/^[[(]/.test(text)) return text.split(/[\s,]+/).filter(Boolean);
  const list = text.replace(/^\(/, '[').replace(/,?\s*\)$/, ']');
  return jsonFromText(list, () => jsonFromText(list.replace(/'/g, '"')));
}

function jsonFromText(text: string, otherwise: () => unknown = () => text): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise();
  }
}
