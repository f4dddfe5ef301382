import { flatChoices } from '#fields/choice-set.ts';
import type { Field } from '#fields/field.ts';
import { nullable } from '#registry/rest-facts.ts';
import { isBlank } from './import-row.ts';

/** A cell that can't be read; its message says why. */
export class UnreadableCell extends Error {}

const yes = new Set(['true', 'yes', 'y', 'on', 't', '1']);
const no = new Set(['false', 'no', 'n', 'off', 'f', '0']);

/** Readers of texts by kind; other kinds read their texts themselves. */
const readers: Readonly<Record<string, (field: Field, text: string) => unknown>> = {
  boolean: (_field, text) => readBoolean(text),
  choice: readChoice,
  numberChoice: readChoice,
  json: (_field, text) => readJson(text),
  array: readList,
  choiceList: (_field, text) => listed(text).map((one) => pair(one)),
};

/**
 * The value that REST takes for a field, from a cell: texts are read by the field's kind (choices by value or label,
 * lists by commas, numbers of a list also as ranges); other values are as they are. undefined: nothing is said.
 * Throws UnreadableCell.
 */
export function readCell(field: Field, cell: unknown, { isNew }: { isNew: boolean }): unknown {
  if (isBlank(cell)) return isNew || field.kind.name === 'boolean' ? undefined : emptied(field);
  if (typeof cell !== 'string') return field.kind.name === 'choice' && typeof cell === 'boolean' ? String(cell) : cell;
  return readers[field.kind.name]?.(field, cell.trim()) ?? cell.trim();
}

/** Parts of a text between commas, without those that are empty. */
export function listed(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** What a cell says yes or no with. Throws an UnreadableCell that names the word. */
export function readBoolean(text: string): boolean {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  if (no.has(word)) return false;
  throw new UnreadableCell(`"${text}" is neither yes nor no.`);
}

function emptied(field: Field): unknown {
  if (nullable(field)) return null;
  return ['array', 'choiceList', 'manyToMany', 'reverse', 'tags'].includes(field.kind.name) ? [] : '';
}

function readChoice(field: Field, text: string): unknown {
  const choices = flatChoices(field.choices!);
  const wanted = text.toLowerCase();
  const found =
    choices.find(([value]) => String(value) === text) ??
    choices.find(([value, label]) => String(value).toLowerCase() === wanted || label.toLowerCase() === wanted);
  if (!found) throw new UnreadableCell(`"${text}" is none of the choices.`);
  return found[0];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UnreadableCell(`That is no JSON: ${(error as Error).message}`);
  }
}

function readList(field: Field, text: string): unknown {
  if (/^[[{]/.test(text)) return readJson(text);
  const of = field.of!;
  if (of.kind.name === 'integerRange') return listed(text).map(range);
  if (of.kind.name === 'integer')
    return listed(text).flatMap((one) => {
      const [from, to] = range(one);
      if (to - from > 10_000) throw new UnreadableCell(`"${one}" is too long a range.`);
      return Array.from({ length: to - from + 1 }, (_, at) => from + at);
    });
  return listed(text).map((one) => (of.choices ? readChoice(of, one) : one));
}

/** `5` or `1-5`, both ends included. */
function range(text: string): [from: number, to: number] {
  const [, from, to] = /^(\d+)(?:\s*-\s*(\d+))?$/.exec(text) ?? [];
  if (from === undefined) throw new UnreadableCell(`"${text}" is neither a number nor a range.`);
  return [Number(from), Number(to ?? from)];
}

/** `value:label`, or a value that is its own label. */
function pair(text: string): [string, string] {
  const at = text.indexOf(':');
  return at < 0 ? [text, text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
