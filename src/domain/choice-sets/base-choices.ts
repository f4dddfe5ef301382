import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { ValueAndLabel } from '#fields/choice-list/choice-list.ts';

/** Reads a list of places by their codes, each `[code, name]`, when it is first asked for, and keeps it. */
function list(file: string): () => readonly ValueAndLabel[] {
  let choices: readonly ValueAndLabel[] | undefined;
  return () => {
    if (!choices) {
      const text = brotliDecompressSync(readFileSync(new URL(`./lists/${file}.json.br`, import.meta.url)));
      const places = JSON.parse(text.toString()) as [string, string][];
      choices = places.map(([code, name]) => [code, `${code} (${name})`]);
    }
    return choices;
  };
}

/** The base choice sets by name, with the choices that they have in NetBox 4.7.3. */
export const baseChoices: Readonly<Record<string, () => readonly ValueAndLabel[]>> = Object.freeze({
  IATA: list('iata'),
  ISO_3166: list('iso-3166'),
  UN_LOCODE: list('un-locode'),
});
