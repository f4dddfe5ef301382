import type { Parameters, Plural } from './catalogue.ts';
import type { en } from './en.ts';
import { formatCount } from './format-count.ts';
import { inForce } from './in-force.ts';

type Key = keyof typeof en;

/** A text that stands as it is, without parameters. */
export type TextKey = { [K in Key]: Parameters<(typeof en)[K]> extends never ? K : never }[Key];

type Values<K extends Key> =
  Parameters<(typeof en)[K]> extends never
    ? []
    : [values: Readonly<Record<Parameters<(typeof en)[K]>, string | number>>];

/**
 * A text of the language in force with its `{parameters}` filled. A number is a quantity, written as the language writes
 * numbers, and picks the plural form; numbers that name something (an id, a year) are given as texts.
 */
export function text<K extends Key>(key: K, ...[values]: Values<K>): string {
  const found: string | Plural = inForce.language.texts[key];
  const given: Readonly<Record<string, string | number>> | undefined = values;
  if (!given) return typeof found === 'string' ? found : found.other;
  const template = typeof found === 'string' ? found : formOf(found, given);
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = given[name];
    return typeof value === 'number' ? formatCount(value) : (value ?? whole);
  });
}

function formOf(plural: Plural, given: Readonly<Record<string, string | number>>): string {
  const count = given[plural.by ?? 'count'];
  if (typeof count !== 'number') return plural.other;
  return plural[new Intl.PluralRules(inForce.language.code).select(count)] ?? plural.other;
}
