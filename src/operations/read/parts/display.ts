import { flatChoices } from '#fields/choice-set.ts';
import type { Field } from '#fields/field.ts';
import { quoted } from '#fields/json-text.ts';
import { fieldNamed } from '#query/path.ts';
import type { Display, Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import type { BoundPart, Part } from '../part.ts';
import type { Row } from '../row.ts';

/** A piece of a line: one of the row's own columns, or a part that asks other tables. */
interface Piece {
  readonly own?: (row: Row) => string;
  readonly foreign?: BoundPart;
}

interface Alternative {
  /** Fixed texts around the pieces: one more than there are pieces. */
  readonly fixed: readonly string[];
  readonly pieces: readonly Piece[];
}

/** How the display finds the part for a placeholder that leads out of the row. */
export type ForeignPart = (model: Model, placeholder: string) => Part;

const placeholderPattern = /\{([^}]+)\}/g;

/** The text of a column as people read it: what REST serves, without quotes. */
function plainText(field: Field): (text: string) => string {
  if (field.kind.name === 'choice' || field.kind.name === 'numberChoice') return (text) => text;
  const render = field.kind.render(field);
  if (render === quoted) return (text) => text;
  return (text) => {
    const rendered = render(text);
    return rendered.startsWith('"') ? (JSON.parse(rendered) as string) : rendered;
  };
}

function labelText(field: Field): (text: string) => string {
  const labels = new Map(flatChoices(field.choices!).map(([value, label]) => [String(value), label]));
  return (text) => labels.get(text) ?? text;
}

interface OwnColumn {
  readonly column: string;
  readonly text: (text: string) => string;
  /** What stands for null: `{vc_position:None}` has a word for it, others leave the line to the next. */
  readonly absent?: string;
}

/** The row's own column that a placeholder means, or undefined where it leads to other rows. */
function ownColumn(model: Model, placeholder: string): OwnColumn | undefined {
  const [name, as] = placeholder.split(':') as [string, string | undefined];
  if (name === 'id') return { column: keyColumn(model), text: (text) => text };
  const field = fieldNamed(model, name);
  const column = field && columnOf(field);
  if (!field || !column || field.to) return undefined;
  if (as === 'None') return { column, text: plainText(field), absent: as };
  return { column, text: as === 'label' ? labelText(field) : plainText(field) };
}

/** Texts of the pieces, or undefined as soon as one is empty. `row`'s foreign pieces are asked only where loaded. */
function lineOf({ fixed, pieces }: Alternative, textOf: (piece: Piece) => string): string | undefined {
  let line = fixed[0]!;
  for (const [index, piece] of pieces.entries()) {
    const text = textOf(piece);
    if (text === '') return undefined;
    line += text + fixed[index + 1]!;
  }
  return line;
}

function fallback({ fixed, pieces }: Alternative, textOf: (piece: Piece) => string): string {
  return pieces.reduce((line, piece, index) => line + textOf(piece) + fixed[index + 1]!, fixed[0]!);
}

function templatePart(model: Model, templates: readonly string[], foreign: ForeignPart): Part {
  const placeholders = [
    ...new Set(templates.flatMap((one) => [...one.matchAll(placeholderPattern)].map(([, name]) => name!))),
  ];
  const owns = new Map(placeholders.map((one) => [one, ownColumn(model, one)]));
  const parts = new Map(placeholders.filter((one) => !owns.get(one)).map((one) => [one, foreign(model, one)]));
  const columns = placeholders.flatMap((one) => owns.get(one)?.column ?? parts.get(one)!.columns);
  return {
    name: 'display',
    columns,
    bind(at) {
      const pieces = new Map<string, Piece>();
      for (const [placeholder, own] of owns) {
        if (own) {
          const place = at(own.column);
          pieces.set(placeholder, { own: (row) => (row[place] == null ? (own.absent ?? '') : own.text(row[place]!)) });
        } else pieces.set(placeholder, { foreign: parts.get(placeholder)!.bind(at) });
      }
      const alternatives = templates.map(
        (template): Alternative => ({
          fixed: template.split(placeholderPattern).filter((_, index) => index % 2 === 0),
          pieces: [...template.matchAll(placeholderPattern)].map(([, name]) => pieces.get(name!)!),
        }),
      );
      const foreigns = [...pieces.values()].flatMap((piece) => piece.foreign ?? []);
      /** Whether the row's line depends on other rows. */
      const asksOthers = (row: Row): boolean => {
        for (const { pieces: some } of alternatives) {
          if (some.some((piece) => piece.own && piece.own(row) === '')) continue;
          return some.some((piece) => piece.foreign);
        }
        return false;
      };
      const text: BoundPart['text'] = (row, state, context) => {
        const states = state as Map<BoundPart, unknown> | undefined;
        const textOf = (piece: Piece) =>
          piece.own ? piece.own(row) : states ? piece.foreign!.text(row, states.get(piece.foreign!), context) : '';
        for (const alternative of alternatives) {
          const line = lineOf(alternative, textOf);
          if (line !== undefined) return line;
        }
        return fallback(alternatives.at(-1)!, textOf);
      };
      if (foreigns.length === 0) return { text };
      return {
        text,
        async load(rows, context) {
          const asking = rows.filter(asksOthers);
          if (asking.length === 0) return undefined;
          const states = new Map<BoundPart, unknown>();
          await Promise.all(
            foreigns.map(async (part) => {
              states.set(part, await part.load?.(asking, context));
            }),
          );
          return states;
        },
      };
    },
  };
}

function functionPart(
  model: Model,
  { of, text }: { of: readonly string[]; text: (...values: (string | null)[]) => string },
): Part {
  const own = of.map((placeholder) => {
    const found = ownColumn(model, placeholder);
    if (!found) throw new Error(`${model.name}: display needs ${placeholder}, which is no column`);
    return { ...found, label: placeholder.includes(':') };
  });
  return {
    name: 'display',
    columns: own.map(({ column }) => column),
    bind(at) {
      const places = own.map(({ column }) => at(column));
      return {
        text: (row) =>
          text(
            ...own.map((one, index) => {
              const value = row[places[index]!] ?? null;
              return value !== null && one.label ? one.text(value) : value;
            }),
          ),
      };
    },
  };
}

/** The object's line, as plain text (not JSON). Behaviours are found by `byName`. */
export function displayPart(
  model: Model,
  { foreign, byName }: { foreign: ForeignPart; byName: (name: string, model: Model) => Part },
): Part {
  const display: Display = model.display ?? `${model.className} object ({id})`;
  if (typeof display === 'string') return templatePart(model, [display], foreign);
  if ('by' in display) return byName(display.by, model);
  if ('of' in display) return functionPart(model, display);
  return templatePart(model, display, foreign);
}

/** A part of plain text as a JSON text. */
export function quotedPart(name: string, part: Part): Part {
  return {
    name,
    columns: part.columns,
    bind(at) {
      const bound = part.bind(at);
      return { ...bound, text: (row, state, context) => quoted(bound.text(row, state, context)) };
    },
  };
}
