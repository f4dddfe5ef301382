import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Settings } from '#base/settings.ts';
import type { ValueAndLabel } from '#fields/choice-list/choice-list.ts';
import type { BaseChoices } from '#operations/read/shapes.ts';

/** A package's list: beside the built program, or in its package where the sources run. */
function read(built: string, packaged: string): unknown {
  const beside = new URL(`./lists/${built}`, import.meta.url);
  const file = existsSync(beside) ? beside : fileURLToPath(import.meta.resolve(packaged));
  return JSON.parse(readFileSync(file, 'utf8'));
}

interface Airport {
  readonly iata?: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
}

/** `ZRH (Zürich Airport, Zurich, Switzerland)` for every airport with a code of three letters. */
function airports(): ValueAndLabel[] {
  const all = read('airports.json', 'airportsjs/airports.json') as readonly Airport[];
  const named = new Map<string, string>();
  for (const { iata, name, city, country } of all)
    if (iata && /^[A-Z]{3}$/.test(iata))
      named.set(iata, `${iata} (${name.replace(` (${iata})`, '')}, ${city}, ${country})`);
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `CH (Switzerland)` for every country of ISO 3166-1; XK is in use but not of the standard. */
function countries(): ValueAndLabel[] {
  const { countries: names } = read('countries.json', 'i18n-iso-countries/langs/en.json') as {
    countries: Readonly<Record<string, string | readonly string[]>>;
  };
  return Object.entries(names)
    .filter(([code]) => code !== 'XK')
    .map(([code, name]): ValueAndLabel => [code, `${code} (${typeof name === 'string' ? name : name[0]})`])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A place: the country, its code there, and its name. */
const locationPattern = /^[A-Z]{2}-[A-Z2-9]{3}$/;

/**
 * `CH-ZRH (Zürich, Switzerland)` for every place of the United Nations' lists: their code lists as CSV, whose columns
 * are a mark of change, country, location, name and more. Throws where a file is missing or is no such list.
 */
export function locations(files: readonly string[]): ValueAndLabel[] {
  const names = new Map(countries().map(([code, label]) => [code, label.slice(code.length + 2, -1)]));
  const found = new Map<string, string>();
  for (const file of files) {
    const before = found.size;
    const rows = parse(readFileSync(file), { relax_column_count: true, relax_quotes: true }) as string[][];
    for (const [, country = '', location = '', name = ''] of rows) {
      const code = `${country}-${location}`;
      if (locationPattern.test(code)) found.set(code, `${code} (${name}, ${names.get(country) ?? country})`);
    }
    if (found.size === before) throw new Error(`UN_LOCODE_FILES: ${file} has no code of a location.`);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A list that is made when it is first asked for. */
function kept(make: () => ValueAndLabel[]): BaseChoices {
  let all: readonly ValueAndLabel[] | undefined;
  let labels: ReadonlyMap<string, string> | undefined;
  const made = () => (all ??= make());
  return { all: made, labels: () => (labels ??= new Map(made())) };
}

/** Where nobody gave the lists: whatever looks like a code is one, and is its own label. */
const anyLocation: BaseChoices = {
  all: () => [],
  labels: () => ({
    has: (value) => locationPattern.test(value),
    get: (value) => (locationPattern.test(value) ? value : undefined),
  }),
};

/**
 * The base choice sets by name. Throws where a file of a setting is not there. UN/LOCODE has no package that is kept well: its
 * lists are the administrator's to give.
 */
export function baseChoices({
  UN_LOCODE_FILES: files,
}: Pick<Settings, 'UN_LOCODE_FILES'>): Readonly<Record<string, BaseChoices>> {
  for (const file of files) if (!existsSync(file)) throw new Error(`UN_LOCODE_FILES: there is no file ${file}.`);
  return {
    IATA: kept(airports),
    ISO_3166: kept(countries),
    UN_LOCODE: files.length > 0 ? kept(() => locations(files)) : anyLocation,
  };
}
