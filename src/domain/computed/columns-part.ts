import type { ReadContext } from '#operations/read/context.ts';
import type { Part } from '#operations/read/part.ts';

/** A part that needs nothing but the row's own columns: a function from their texts to JSON text. */
export function columnsPart(
  name: string,
  columns: readonly string[],
  text: (values: readonly (string | null)[], context: ReadContext) => string,
): Part {
  return {
    name,
    columns,
    bind(at) {
      const places = columns.map(at);
      return {
        text: (row, _state, context) =>
          text(
            places.map((place) => row[place] ?? null),
            context,
          ),
      };
    },
  };
}
