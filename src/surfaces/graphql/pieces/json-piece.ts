import type { Piece } from './piece.ts';
import type { Rendered } from './rendered.ts';

/** A member of a JSON text: its name in the answer, its name in the text, or a text that is always the same. */
export interface Member {
  readonly key: string;
  readonly member: string;
  readonly fixed: string | undefined;
}

/** An object whose members stand in one JSON text: those that were selected, none of which may be missing. */
export const jsonPiece = (of: Piece, members: readonly Member[]): Piece => ({
  columns: of.columns,
  bind(at) {
    const bound = of.bind(at);
    return {
      ...(bound.load ? { load: (rows, run) => bound.load!(rows, run) } : {}),
      text(row, state, run) {
        const text = bound.text(row, state, run);
        if (typeof text !== 'string' || text === 'null') return text;
        return memberText(members, JSON.parse(text) as Readonly<Record<string, unknown>>);
      },
    };
  },
});

/** The members that were selected, as an object; null where one of them is missing. */
export function memberText(
  members: readonly Member[],
  object: Readonly<Record<string, unknown>>,
  what = 'it',
): Rendered {
  const missing = members.find(({ member, fixed }) => fixed === undefined && object[member] == null);
  if (missing)
    return {
      text: null,
      failures: [{ message: `The ${missing.member} of ${what} is not known.`, path: [missing.key] }],
    };
  return `{${members
    .map(({ key, member, fixed }) => `${JSON.stringify(key)}:${fixed ?? JSON.stringify(object[member])}`)
    .join(',')}}`;
}
