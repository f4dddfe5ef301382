import { quoted } from '#fields/json-text.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ReadContext } from './context.ts';
import type { BoundPart, Part } from './part.ts';
import type { Row } from './row.ts';

/** A compiled set of properties of one model: which columns to select and how to turn rows into texts. */
export interface Shape {
  readonly model: Model;
  /** Select list over the alias `t`: the key first. */
  readonly select: string;
  /** The whole statement that fetches objects by key: one parameter, an array of keys. */
  readonly byKeys: string;
  /** Reads what the rows need besides, and returns what makes the text of one of them. */
  renderer(rows: readonly Row[], context: ReadContext): Promise<(row: Row) => string>;
}

interface Bound {
  readonly prefix: string;
  /** The property without a value, in one piece: about half of all properties are null. */
  readonly none: string;
  readonly part: BoundPart;
}

/** The statement that fetches rows of the model by their keys. */
function selection(model: Model, columns: readonly string[]): { select: string; byKeys: string } {
  const select = columns.map((column) => `t.${quotedName(column)}`).join(', ');
  const key = quotedName(keyColumn(model));
  return { select, byKeys: `select ${select} from ${tableOf(model)} t where t.${key} = any($1)` };
}

/** The model's rows as a table expression: multi-table inheritance joins its parent's columns. */
export function tableOf(model: Model): string {
  if (!model.extends) return quotedName(model.table);
  const parent = model.extends.split('.');
  const link = `${parent[1]}_ptr_id`;
  const parentTable = model.extends === 'contenttypes.contenttype' ? 'django_content_type' : parent.join('_');
  return `(select * from ${quotedName(model.table)} join ${quotedName(parentTable)} on ${quotedName(parentTable)}.id = ${link})`;
}

const reserved = new Set(['end', 'group', 'order', 'user', 'default', 'column', 'table', 'start', 'position', 'data']);
const quotedName = (name: string): string =>
  reserved.has(name) || !/^[a-z_][a-z0-9_]*$/.test(name) ? `"${name}"` : name;

/** Columns of all parts, the key first, each once, with a look-up of their places. */
function columnsOf(model: Model, parts: readonly Part[]): { columns: string[]; at: (column: string) => number } {
  const columns = [...new Set([keyColumn(model), ...parts.flatMap((part) => part.columns)])];
  const places = new Map(columns.map((column, index) => [column, index]));
  return { columns, at: (column) => places.get(column)! };
}

/** A shape whose texts are JSON objects of the parts, in order. */
export function objectShape(model: Model, parts: readonly Part[]): Shape {
  const { columns, at } = columnsOf(model, parts);
  const bound: Bound[] = parts.map((part, index) => {
    const prefix = `${index === 0 ? '{' : ','}${quoted(part.name)}:`;
    return { prefix, none: `${prefix}null`, part: part.bind(at) };
  });
  const loading = bound.map(({ part }, index) => ({ part, index })).filter(({ part }) => part.load);
  return {
    model,
    ...selection(model, columns),
    async renderer(rows, context) {
      const states = new Array<unknown>(bound.length);
      if (rows.length > 0)
        await Promise.all(
          loading.map(async ({ part, index }) => {
            states[index] = await part.load!(rows, context);
          }),
        );
      return (row) => {
        let text = '';
        for (let i = 0; i < bound.length; i++) {
          const { prefix, none, part } = bound[i]!;
          const value = part.text(row, states[i], context);
          text += value === 'null' ? none : prefix + value;
        }
        return text === '' ? '{}' : `${text}}`;
      };
    },
  };
}

/** A shape whose texts are those of a single part: a name, a line, a value. */
export function valueShape(model: Model, part: Part): Shape {
  const { columns, at } = columnsOf(model, [part]);
  const bound = part.bind(at);
  return {
    model,
    ...selection(model, columns),
    async renderer(rows, context) {
      const state = rows.length > 0 && bound.load ? await bound.load(rows, context) : undefined;
      return (row) => bound.text(row, state, context);
    },
  };
}
