import type { Label } from '../../generated/labels.ts';
import type { Translation } from './catalogue.ts';
import type { en } from './en.ts';

/** What a folder of a language exports as `language` (docs/languages.md). */
export interface Language {
  readonly texts: Translation<typeof en>;
  /** What the registry calls models, fields, choices …, by its English words. */
  readonly labels: Labels;
}

/** Every label of the registry; English needs none. */
export type Labels = Readonly<Record<Label, string>> | Readonly<Record<string, never>>;
