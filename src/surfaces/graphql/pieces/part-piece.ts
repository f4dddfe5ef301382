import type { Part } from '#operations/read/part.ts';
import type { Piece } from './piece.ts';

/** A part of REST's shapes, its text turned into GraphQL's where they differ. */
export function partPiece(part: Part, spelled?: (text: string) => string): Piece {
  return {
    columns: part.columns,
    bind(at) {
      const bound = part.bind(at);
      return {
        ...(bound.load ? { load: (rows, run) => bound.load!(rows, run.context) } : {}),
        text(row, state, run) {
          const text = bound.text(row, state, run.context);
          return spelled ? spelled(text) : text;
        },
      };
    },
  };
}
