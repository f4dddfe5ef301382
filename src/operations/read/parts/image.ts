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
          if (!path) return 'null';
          return `"${base}/media/${path.split('/').filter(Boolean).map(encodeURIComponent).join('/')}"`;
        },
      };
    },
  };
}
