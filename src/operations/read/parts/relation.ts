import type { Part } from '../part.ts';
import type { Row } from '../row.ts';
import type { Shape } from '../shape.ts';

/** The keys that the rows hold at a place. */
export function keysAt(rows: readonly Row[], place: number): string[] {
  const keys: string[] = [];
  for (const row of rows) {
    const key = row[place];
    if (key != null) keys.push(key);
  }
  return keys;
}

/** The object that a column points at, in a shape of its model. */
export function relationPart(name: string, column: string, shape: () => Shape, absent = 'null'): Part {
  return {
    name,
    columns: [column],
    bind(at) {
      const place = at(column);
      return {
        load: (rows, context) => context.load(shape(), keysAt(rows, place)),
        text(row, state) {
          const key = row[place];
          return key == null ? absent : ((state as ReadonlyMap<string, string>).get(key) ?? absent);
        },
      };
    },
  };
}
