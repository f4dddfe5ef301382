import { label } from './label.ts';

/** A name of the API as words, in the language in force where the registry has them: `device_type` → `device type`, `Gerätetyp`. */
export function wordsOf(name: string): string {
  return label(name.replaceAll('_', ' '));
}
