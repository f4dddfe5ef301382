import type { Part } from '../part.ts';

/** The absolute address of a stored image below /media/; null where there is none. */
export function imagePart(name: string, column: string): Part {
  return {
    name,
    columns: [column],
    bind(at) {
      const place = at(column);
      return {
        text(row, _state, { base }) {
          const path = row[place];
          return path ? `"${base}/media/${encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23')}"` : 'null';
        },
      };
    },
  };
}
