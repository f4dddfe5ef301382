import { InvalidValue } from '#fields/parse.ts';
import type { Filter } from '../filter.ts';
import { hardwareAddress, networkAddress } from './address.ts';
import { booleanWord } from './boolean.ts';
import { decimalNumber, keyNumber, wholeNumber, wholePart } from './number.ts';
import { badChoice, mistake, nothing, type Reading, valuesRead } from './reading.ts';
import { dayValue, durationValue, momentValue, tooLong } from './time.ts';
import { isTimeZone } from './time-zone.ts';

/** What reading depends on beside the filter. */
export interface Surroundings {
  /** The zone in which times without one are meant. */
  readonly timeZone: string;
}

type Read = (text: string, filter: Filter, surroundings: Surroundings) => string | Reading | undefined;

/** A value is read into PostgreSQL's text form, or told what is wrong with it; what can't be read is answered with the text. */
const readers: Partial<Record<Filter['kind'], readonly [read: Read, wrong: string]>> = {
  number: [numberValue, 'Enter a whole number.'],
  decimal: [(text) => decimalNumber(text), 'Enter a number.'],
  dateTime: [(text, _, { timeZone }) => momentValue(text, timeZone), 'Enter a valid date/time.'],
  dateTimeRange: [(text, _, { timeZone }) => momentValue(text, timeZone), 'Enter a valid date/time.'],
  date: [(text) => dayValue(text), 'Enter a valid date.'],
  duration: [(text) => (tooLong(text) ? mistake(durationBounds) : durationValue(text)), 'Enter a valid duration.'],
  uuid: [(text) => uuidValue(text), 'Enter a valid UUID.'],
};

/** Reads the values of a filter that names no objects. */
export function readValues(filter: Filter, texts: readonly string[], surroundings: Surroundings): Reading {
  const asked = filter.one ? texts.slice(-1) : texts;
  switch (filter.kind) {
    case 'boolean': {
      const word = booleanWord(asked[0] ?? '');
      return word === undefined ? nothing : valuesRead([word]);
    }
    case 'choice':
    case 'multipleChoice':
      return readChoices(filter, asked);
    case 'text':
    case 'search':
    case 'contentType':
      if (asked.some(hasNull)) return nullCharacters;
      return valuesRead(
        asked
          .map((text) => text.trim())
          .filter((text) => text !== '')
          .map((text) => (isNull(filter, text) ? null : text)),
      );
    case 'numericArray':
      return readElements(filter, asked);
    case 'mac':
    case 'timeZone':
      return asked.some(hasNull) ? nullCharacters : readChecked(filter, asked);
    default: {
      const [read, wrong] = readers[filter.kind]!;
      const values: string[] = [];
      for (const text of asked) {
        if (text.trim() === '') continue;
        const value = read(text, filter, surroundings);
        if (value === undefined) return mistake(filter.kind === 'number' && filter.one ? 'Enter a number.' : wrong);
        if (typeof value !== 'string') return value;
        values.push(value);
      }
      return valuesRead(values);
    }
  }
}

const hasNull = (text: string): boolean => text.includes('\0');
const nullCharacters = mistake('Null characters are not allowed.');
const durationBounds = 'The number of days must be between -999999999 and 999999999.';

/**
 * Whole numbers; a filter of a single one takes decimals and cuts their fraction off, as Django does where the column
 * is one of whole numbers.
 */
function numberValue(text: string, { one, kind, whole, within }: Filter): string | Reading | undefined {
  if (!one || kind !== 'number') {
    const value = wholeNumber(text);
    return value !== undefined && within ? bounded(value, within) : value;
  }
  const decimal = decimalNumber(text);
  if (decimal === undefined) return undefined;
  const value = wholePart(decimal);
  if (value === undefined || BigInt(value) > 10n ** 50n)
    return mistake('Ensure this value is less than or equal to 1e+50.');
  if (whole && /[.]\d/.test(decimal)) return mistake('Ensure that there are no more than 0 decimal places.');
  return value;
}

function bounded(value: string, [least, most]: readonly [string, string]): string | Reading {
  if (BigInt(value) > BigInt(most)) return mistake(`Ensure this value is less than or equal to ${most}.`);
  if (BigInt(value) < BigInt(least)) return mistake(`Ensure this value is greater than or equal to ${least}.`);
  return value;
}

/** Lookups under which `null` asks for objects without a value: those that compare the whole value. */
const comparesWhole = (lookup: Filter['lookup']): boolean => lookup === 'exact' || lookup === 'iexact';

/** `null` asks for objects without a value, where the whole value is compared; of custom fields, under any lookup. */
const isNull = ({ lookup, kind, behaviour, path }: Filter, text: string): boolean =>
  text === 'null' && kind === 'text' && !behaviour && (path === undefined || comparesWhole(lookup));

function readChoices(filter: Filter, asked: readonly string[]): Reading {
  const { kind, choices = [], lookup, nullWord } = filter;
  const known = new Set(choices.map(String).filter((choice) => choice !== ''));
  const values: (string | null)[] = [];
  for (const text of asked) {
    if (text === '' && kind === 'choice') return nothing;
    if (text === 'null' && nullWord && comparesWhole(lookup)) values.push(null);
    else if (known.has(text) || (text === 'None' && !nullWord)) values.push(text);
    else return badChoice(text);
  }
  return valuesRead(values);
}

/** Elements of an array column, each within the bounds that it has as a value. */
function readElements({ path }: Filter, asked: readonly string[]): Reading {
  const element = path?.field?.of;
  const values: string[] = [];
  for (const text of asked) {
    if (text.trim() === '') continue;
    const value = wholeNumber(text);
    if (value === undefined) return mistake('Enter a whole number.');
    try {
      values.push(element ? element.kind.parse(element, value) : value);
    } catch (error) {
      if (error instanceof InvalidValue) return mistake(error.message);
      throw error;
    }
  }
  return valuesRead(values);
}

/** Kinds whose values are checked only where the whole value is compared. */
function readChecked({ kind, lookup, path }: Filter, asked: readonly string[]): Reading {
  const values: (string | null)[] = [];
  for (const raw of asked) {
    const text = raw.trim();
    if (text === '') continue;
    if (text === 'null' && comparesWhole(lookup)) values.push(null);
    else if (lookup !== 'exact') values.push(text);
    else if (kind === 'timeZone') {
      if (!isTimeZone(text)) return mistake(`Invalid timezone '${text}'`);
      values.push(text);
    } else {
      const wide = path?.field?.kind.name === 'wwn';
      const spelt = wide ? text : text.replaceAll(' ', '');
      const address = hardwareAddress(spelt, wide ? 16 : 12);
      if (address === undefined) return mistake(`Invalid ${wide ? 'WWN' : 'MAC address'} format: ${spelt}`);
      values.push(address);
    }
  }
  return valuesRead(values);
}

function uuidValue(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^urn:uuid:/, '')
    .replace(/[-{}]/g, '');
  return /^[0-9a-f]{32}$/i.test(digits) ? digits.toLowerCase() : undefined;
}

/** A value that names an object by an attribute, in PostgreSQL's text form; undefined where it can't be one. */
export function attributeValue(columnType: string, text: string): string | undefined {
  if (['bigint', 'integer', 'smallint'].includes(columnType)) return keyNumber(text);
  if (columnType === 'inet' || columnType === 'cidr') return text === text.trim() ? networkAddress(text) : undefined;
  if (columnType === 'macaddr') return hardwareAddress(text.replaceAll(' ', ''), 12);
  if (columnType === 'uuid') return uuidValue(text);
  return text;
}
