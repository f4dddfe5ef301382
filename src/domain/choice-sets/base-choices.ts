import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ValueAndLabel } from '#fields/choice-list/choice-list.ts';

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

/** A list that is made when it is first asked for. */
function kept(make: () => ValueAndLabel[]): () => readonly ValueAndLabel[] {
  let made: readonly ValueAndLabel[] | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The base choice sets by name. UN/LOCODE has no package that is kept well; see docs/compatibility.md. */
export const baseChoices: Readonly<Record<string, () => readonly ValueAndLabel[]>> = Object.freeze({
  IATA: kept(airports),
  ISO_3166: kept(countries),
});
