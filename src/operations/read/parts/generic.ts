import { quoted } from '#fields/json-text.ts';
import { loadByType, type Node, type NodeTexts } from '../load-by-type.ts';
import type { Part } from '../part.ts';
import type { Row } from '../row.ts';

/** The model that a type column names, as `"<app>.<model>"`. */
export function contentTypePart(name: string, column: string): Part {
  return {
    name,
    columns: [column],
    bind(at) {
      const place = at(column);
      return {
        text(row, _state, context) {
          const id = row[place];
          const model = id == null ? undefined : context.contentTypes.name(id);
          return model === undefined ? 'null' : quoted(model);
        },
      };
    },
  };
}

/** The object that a type column and an id column name together, brief; null where its model is not served. */
export function genericPart(
  name: string,
  columns: { type: string; id: string },
  { shapeName = 'brief', absent = 'null' } = {},
): Part {
  return {
    name,
    columns: [columns.type, columns.id],
    bind(at) {
      const typePlace = at(columns.type);
      const idPlace = at(columns.id);
      const nodeIn = (row: Row): Node | undefined => {
        const type = row[typePlace];
        const id = row[idPlace];
        return type == null || id == null ? undefined : { type, id };
      };
      return {
        load: (rows, context) =>
          loadByType(
            context,
            rows.flatMap((row) => nodeIn(row) ?? []),
            shapeName,
          ),
        text(row, state) {
          const node = nodeIn(row);
          return (node && (state as NodeTexts)(node)) ?? absent;
        },
      };
    },
  };
}
