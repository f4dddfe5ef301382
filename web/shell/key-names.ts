import { type TextKey, text } from '../texts/text.ts';

const named: Readonly<Record<string, TextKey>> = {
  Ctrl: 'key.ctrl',
  Enter: 'key.enter',
  Esc: 'key.esc',
  Shift: 'key.shift',
};

/** Keys by what is written on them where the language is spoken: `Ctrl Enter`, `Strg Enter`. */
export function keyNames(keys: string): string {
  return keys
    .split(' ')
    .map((key) => (named[key] ? text(named[key]) : key))
    .join(' ');
}
