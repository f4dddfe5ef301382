import { en } from './en.ts';

export type TextKey = keyof typeof en;

/** A text of the catalogue with its `{placeholders}` filled. */
export function text(key: TextKey, values?: Readonly<Record<string, string | number>>): string {
  const template: string = en[key];
  return values ? template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : template;
}
