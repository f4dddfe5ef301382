import { type Measures, measureImage } from '#operations/files/measure-image.ts';
import type { Run } from '../run.ts';
import { type Member, memberText } from './json-piece.ts';
import type { Piece } from './piece.ts';

/** What only the file tells. */
const measured = new Set(['size', 'width', 'height']);

/** Files that are read at a time. */
const lanes = 4;

/** A stored image: its path and address, and what its file says, which is read where that is selected. */
export const imagePiece = (column: string, members: readonly Member[]): Piece => ({
  columns: [column],
  bind(at) {
    const place = at(column);
    return {
      load: (rows, run) =>
        members.some(({ member }) => measured.has(member))
          ? measuresOf(new Set(rows.map((row) => row[place] ?? '').filter((path) => path !== '')), run)
          : undefined,
      text(row, state) {
        const path = row[place];
        if (!path) return 'null';
        const found = (state as ReadonlyMap<string, Measures> | undefined)?.get(path);
        return memberText(members, { name: path, path, url: `/media/${path}`, ...found }, `the file ${path}`);
      },
    };
  },
});

async function measuresOf(paths: ReadonlySet<string>, run: Run): Promise<ReadonlyMap<string, Measures>> {
  const found = new Map<string, Measures>();
  const left = [...paths];
  const lane = async (): Promise<void> => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const measures = await measureImage(run.context.settings.MEDIA_ROOT, path);
      if (measures) found.set(path, measures);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return found;
}
