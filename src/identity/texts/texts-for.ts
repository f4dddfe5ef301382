import type { Settings } from '#base/settings.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';

const languages: readonly Texts[] = [en, de];

/** Whom a page is for. */
export interface Reader {
  /** What the browser asks for: Accept-Language. */
  readonly accepted: string | undefined;
  /** What the user chose, where authentik keeps it: `settings.locale` of the attributes. */
  readonly chosen?: unknown;
}

/**
 * The texts for a reader: in the language that the user chose, else the first that the browser asks for and that is
 * there, else in DEFAULT_LANGUAGE, else in English; in English whatever they want where TRANSLATION_ENABLED is false.
 */
export function textsFor(
  { accepted = '', chosen }: Reader,
  { DEFAULT_LANGUAGE, TRANSLATION_ENABLED }: Pick<Settings, 'DEFAULT_LANGUAGE' | 'TRANSLATION_ENABLED'>,
): Texts {
  if (!TRANSLATION_ENABLED) return en;
  const wanted = [...(typeof chosen === 'string' ? [chosen] : []), ...inOrder(accepted), DEFAULT_LANGUAGE];
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    const found = languages.find(({ code }) => code === primary);
    if (found) return found;
  }
  return en;
}

/** The languages of an Accept-Language, best first (RFC 9110, 12.5.4). */
function inOrder(header: string): string[] {
  return header
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
      const quality = parameters.find((text) => /^q=/i.test(text))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
