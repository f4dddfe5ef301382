import { inForce } from './in-force.ts';

/**
 * What the registry calls something in English, in the language in force: `device type` → `Gerätetyp`. One translation
 * serves every spelling (`Device type`, `Device Types`); what begins with a capital does so in every language. What isn't
 * the registry's own (a label that administrators gave) stays as it is.
 */
export function label(english: string): string {
  const { labels } = inForce.language;
  if (labels !== known?.labels)
    known = { labels, words: new Map(Object.entries(labels).map(([key, word]) => [key.toLowerCase(), word])) };
  if (known.words.size === 0) return english;
  return translated(english, known.words) ?? english;
}

let known: { readonly labels: object; readonly words: ReadonlyMap<string, string> } | undefined;

function translated(english: string, words: ReadonlyMap<string, string>): string | undefined {
  const word = words.get(english.toLowerCase());
  if (word !== undefined) return /^\p{Lu}/u.test(english) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  // `Interfaces (Parent)`: each part is a label of its own.
  const [, whole, part] = /^(.+) \((.+)\)$/.exec(english) ?? [];
  if (whole === undefined || part === undefined) return undefined;
  const [one, other] = [translated(whole, words), translated(part, words)];
  return one === undefined && other === undefined ? undefined : `${one ?? whole} (${other ?? part})`;
}
