import { tableOf } from '#operations/read/shape.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { BoundPiece, Piece, Row } from '../pieces/piece.ts';
import { below, type Failure, type Rendered } from '../pieces/rendered.ts';
import type { Run } from '../run.ts';
import { flat } from './flat.ts';

/** One selected field: its name in the answer, its value, and whether it may be null. */
export interface Selected {
  readonly key: string;
  readonly piece: Piece;
  readonly nullable: boolean;
  /** `SiteType.name`, as messages call it. */
  readonly called: string;
}

/** A compiled selection of one model: which columns to read, and how rows become JSON texts. */
export interface ObjectPlan {
  readonly model: Model;
  readonly columns: readonly string[];
  /** The columns over the alias `t`, the key first. */
  readonly select: string;
  /** `"dcim_site" t` */
  readonly from: string;
  render(rows: readonly Row[], run: Run): Promise<Rendered[]>;
}

/** Compiles the selected fields of a model. */
export function objectPlan(model: Model, selected: readonly Selected[]): ObjectPlan {
  const columns = [...new Set([keyColumn(model), ...selected.flatMap(({ piece }) => piece.columns)])];
  const places = new Map(columns.map((column, index) => [column, index]));
  const entries = selected.map((one) => ({
    ...one,
    prefix: `${JSON.stringify(one.key)}:`,
    bound: one.piece.bind((column) => places.get(column)!),
  }));
  return {
    model,
    columns,
    select: columns.map((column) => `t."${column}"`).join(', '),
    from: `${tableOf(model)} t`,
    async render(rows, run) {
      const states = new Array<unknown>(entries.length);
      if (rows.length > 0)
        await Promise.all(
          entries.map(async ({ bound }, index) => {
            if (bound.load) states[index] = await bound.load(rows, run);
          }),
        );
      return rows.map((row) => objectText(entries, { row, states, run }));
    },
  };
}

interface Entry extends Selected {
  readonly prefix: string;
  readonly bound: BoundPiece;
}

function objectText(
  entries: readonly Entry[],
  { row, states, run }: { row: Row; states: readonly unknown[]; run: Run },
): Rendered {
  let text = '{';
  let failures: Failure[] | undefined;
  let lost = false;
  for (let i = 0; i < entries.length; i++) {
    const { prefix, bound, nullable, key, called } = entries[i]!;
    const value = bound.text(row, states[i], run);
    run.grown(text.length);
    if (i > 0) text += ',';
    if (typeof value === 'string') {
      text += prefix + value;
      if (value === 'null' && !nullable) {
        failures = [
          ...(failures ?? []),
          { message: `Cannot return null for non-nullable field ${called}.`, path: [key] },
        ];
        lost = true;
      }
      continue;
    }
    failures = [...(failures ?? []), ...below(key, value.failures)];
    text += prefix + (value.text ?? 'null');
    if (value.text === null && !nullable) lost = true;
  }
  const whole = flat(`${text}}`);
  return failures ? { text: lost ? null : whole, failures } : whole;
}
