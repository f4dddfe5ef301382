import { InvalidValue } from '#fields/parse.ts';
import type { Filter } from '../filter.ts';
import { hardwareAddress, networkAddress } from './address.ts';
import { booleanWord } from './boolean.ts';
import { decimalNumber, wholeNumber } from './number.ts';
import { badChoice, badSingle, mistake, nothing, type Reading, valuesRead } from './reading.ts';
import { dayValue, durationValue, momentValue } from './time.ts';
import { isTimeZone } from './time-zone.ts';

/** What reading depends on beside the filter. */
export interface Surroundings {
  /** The zone in which times without one are meant. */
  readonly timeZone: string;
}

type Read = (text: string, filter: Filter, surroundings: Surroundings) => string | null | undefined;

/** A value is read into PostgreSQL's text form; what can't be read is answered with the text. */
const readers: Partial<Record<Filter['kind'], readonly [read: Read, wrong: string]>> = {
  number: [(text) => wholeNumber(text), 'Enter a whole number.'],
  decimal: [(text) => decimalNumber(text), 'Enter a number.'],
  dateTime: [(text, _, { timeZone }) => momentValue(text, timeZone), 'Enter a valid date/time.'],
  dateTimeRange: [(text, _, { timeZone }) => momentValue(text, timeZone), 'Enter a valid date/time.'],
  date: [(text) => dayValue(text), 'Enter a valid date.'],
  duration: [(text) => durationValue(text), 'Enter a valid duration.'],
  uuid: [(text) => uuidValue(text), 'Enter a valid UUID.'],
};

/** Reads the values of a filter that names no objects. */
export function readValues(filter: Filter, texts: readonly string[], surroundings: Surroundings): Reading {
  if (texts.some((text) => text.includes('\0'))) return mistake('Null characters are not allowed.');
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
      return readChecked(filter, asked);
    default: {
      const [read, wrong] = readers[filter.kind]!;
      const values: string[] = [];
      for (const text of asked) {
        if (text.trim() === '') continue;
        const value = read(text, filter, surroundings);
        if (value === undefined || value === null)
          return mistake(filter.kind === 'number' && filter.one ? 'Enter a number.' : wrong);
        values.push(value);
      }
      return valuesRead(values);
    }
  }
}

/** `null` asks for objects without a value, where the whole value is compared. */
const isNull = ({ lookup, kind, behaviour }: Filter, text: string): boolean =>
  text === 'null' && lookup === 'exact' && kind === 'text' && !behaviour;

function readChoices(filter: Filter, asked: readonly string[]): Reading {
  const { kind, choices = [], base, name } = filter;
  const known = new Set(choices.map(String).filter((choice) => choice !== ''));
  const values: (string | null)[] = [];
  for (const text of asked) {
    if (text === '' && kind === 'choice') return nothing;
    if (text === 'null' && (base === name || kind === 'choice')) values.push(null);
    else if (known.has(text)) values.push(text);
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
    if (lookup !== 'exact') values.push(text);
    else if (text === 'null') values.push(null);
    else if (kind === 'timeZone') {
      if (!isTimeZone(text)) return mistake(`Invalid timezone '${text}'`);
      values.push(text);
    } else {
      const wide = path?.field?.kind.name === 'wwn';
      const address = hardwareAddress(text, wide ? 16 : 12);
      if (address === undefined) return mistake(`Invalid ${wide ? 'WWN' : 'MAC address'} format: ${text}`);
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
  if (['bigint', 'integer', 'smallint'].includes(columnType)) return wholeNumber(text);
  if (columnType === 'inet' || columnType === 'cidr') return networkAddress(text);
  if (columnType === 'macaddr') return hardwareAddress(text, 12);
  if (columnType === 'uuid') return uuidValue(text);
  return text;
}

export { badSingle };
