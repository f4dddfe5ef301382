import type { ColumnMeta } from '../../src/surfaces/meta/contract.ts';

/** The widths of columns as their first rows asked for them, in pixels; kept so that scrolling never moves a column. */
const measured = new Map<string, readonly number[]>();

const narrowest = 44;
const widest = 320;
/** What comes only after the columns are measured needs room all the same. */
const gauge = 132;

export function columnWidths(modelId: string, columns: readonly ColumnMeta[]) {
  const key = `${modelId} ${columns.map(({ name }) => name).join()}`;
  return {
    known: () => measured.get(key),
    /** Measures the header cells of a table that is laid out by its content. */
    measure(cells: Iterable<Element>): readonly number[] {
      const widths = [...cells].map((cell, at) => {
        const least = columns[at]?.view === 'utilization' ? gauge : narrowest;
        return Math.min(Math.max(Math.ceil(cell.getBoundingClientRect().width), least), widest);
      });
      measured.set(key, widths);
      return widths;
    },
  };
}
