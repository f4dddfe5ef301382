import { type ImportRow, refuseCell } from '#operations/import/import-row.ts';
import type { ImportRule } from '#operations/import/import-rule.ts';
import type { Naming } from '#operations/import/named-objects.ts';
import { takeText } from './take-cell.ts';

interface NamedByOwner {
  readonly column: string;
  readonly hint: string;
  /** The model that the row's other cells say it is of; undefined: none. */
  modelOf(row: ImportRow): string | undefined;
  /** The fields of the generic relation. */
  readonly type: string;
  readonly id: string;
  readonly otherwise: string;
}

/** A generic relation whose object is named in one column, its model being told by others. */
export function namedByOwner({ column, hint, modelOf, type, id, otherwise }: NamedByOwner): ImportRule {
  return {
    columns: [{ name: column, hint }],
    async read(rows, { context: { registry }, name }) {
      const namings = rows.flatMap((row): Naming[] => {
        const text = takeText(row, column);
        if (text === undefined) return [];
        const target = registry.find(modelOf(row) ?? '');
        if (!target) {
          refuseCell(row, column, otherwise);
          return [];
        }
        row.columns.set(id, column);
        const owners = ['device', 'virtual_machine'].filter((owner) => target.fields.has(owner) && row.keys.has(owner));
        return [
          {
            model: target,
            text,
            within: new Map(owners.map((owner) => [owner, row.keys.get(owner)!])),
            strict: owners.length > 0,
            found(key) {
              row.input[type] = target.name;
              row.input[id] = Number(key);
            },
            refused: (message) => refuseCell(row, column, message),
          },
        ];
      });
      await name(namings);
    },
  };
}
