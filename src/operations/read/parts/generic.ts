import { quoted } from '#fields/json-text.ts';
import type { Part } from '../part.ts';

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
      return {
        async load(rows, context) {
          const byType = new Map<string, string[]>();
          for (const row of rows) {
            const type = row[typePlace];
            const id = row[idPlace];
            if (type == null || id == null) continue;
            const ids = byType.get(type);
            if (ids) ids.push(id);
            else byType.set(type, [id]);
          }
          const texts = new Map<string, ReadonlyMap<string, string>>();
          await Promise.all(
            [...byType].map(async ([type, ids]) => {
              const model = context.registry.find(context.contentTypes.name(type) ?? '');
              if (!model?.rest && shapeName !== 'display') return;
              if (model) texts.set(type, await context.load(context.shapes.of(model, shapeName), ids));
            }),
          );
          return texts;
        },
        text(row, state) {
          const type = row[typePlace];
          const id = row[idPlace];
          if (type == null || id == null) return absent;
          return (state as Map<string, ReadonlyMap<string, string>>).get(type)?.get(id) ?? absent;
        },
      };
    },
  };
}
