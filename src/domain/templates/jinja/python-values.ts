import { pending } from './pending.ts';

/** An object that stands for more than a mapping: it tells its own text, members and length. */
export interface TemplateObject {
  /** The text that it is written as. */
  text(): string;
  /** A member by name; undefined where there is none. */
  member(name: string): unknown;
  /** Its items, where it can be looped over. */
  items?(): readonly unknown[];
}

/** Marks objects that speak for themselves. */
export abstract class Speaking implements TemplateObject {
  abstract text(): string;
  abstract member(name: string): unknown;
  items?(): readonly unknown[];
}

/** Whether the value is a mapping: an object as JSON makes it. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Python's truth: empty texts, lists and mappings are false. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMapping(value)) return Object.keys(value).length > 0;
  if (value instanceof Speaking) return value.items ? value.items().length > 0 : true;
  return Boolean(value);
}

/** How Python writes a value: `None`, `True`, `['a', 1]`. Nothing for a value that is not there. */
export function pythonText(value: unknown): string {
  if (value === undefined || value === pending) return '';
  if (typeof value === 'string') return value;
  return quotedText(value);
}

/** How Python writes a value inside of another: texts in quotes. */
export function quotedText(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string')
    return value.includes("'") && !value.includes('"')
      ? `"${value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}"`
      : `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  if (Array.isArray(value)) return `[${value.map(quotedText).join(', ')}]`;
  if (value instanceof Speaking) return value.text();
  if (isMapping(value))
    return `{${Object.entries(value)
      .map(([key, one]) => `${quotedText(key)}: ${quotedText(one)}`)
      .join(', ')}}`;
  return String(value);
}

/** What a loop over the value visits: a mapping's keys, a text's characters. */
export function iterated(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return [...value];
  if (value instanceof Speaking) return value.items?.() ?? [];
  return isMapping(value) ? Object.keys(value) : [];
}
