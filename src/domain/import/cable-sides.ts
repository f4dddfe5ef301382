import { type ImportRow, isBlank, refuseCell } from '#operations/import/import-row.ts';
import type { ImportRule } from '#operations/import/import-rule.ts';
import type { Naming } from '#operations/import/named-objects.ts';
import { listed } from '#operations/import/read-cell.ts';

const sides = ['a', 'b'] as const;
const owners = ['site', 'device', 'power_panel', 'circuit'] as const;

/** The ends of a cable by what they belong to, their type and their names: several names are several ends. */
export const cableSides: ImportRule = {
  columns: sides.flatMap((side) => [
    {
      name: `side_${side}_site`,
      hint: `The site of side ${side.toUpperCase()}'s device, where its name is not enough`,
    },
    { name: `side_${side}_device`, hint: `The device of side ${side.toUpperCase()}` },
    { name: `side_${side}_power_panel`, hint: `The power panel of side ${side.toUpperCase()}` },
    { name: `side_${side}_circuit`, hint: `The circuit of side ${side.toUpperCase()}` },
    { name: `side_${side}_type`, required: true as const, hint: 'What it ends at: dcim.interface' },
    { name: `side_${side}_name`, required: true as const, hint: 'The name of the port; several between commas' },
  ]),
  async read(rows, { context: { registry }, name }) {
    const taken = rows.map((row) => sides.map((side) => ({ row, side, cells: take(row, side) })));
    const ends = taken.flat().filter(({ cells }) => cells.size > 0);

    // ---- What the ends belong to
    const keys = new Map<(typeof ends)[number], Map<string, string>>(ends.map((end) => [end, new Map()]));
    for (const owner of owners) {
      const model = registry.get(owner === 'circuit' ? 'circuits.circuit' : `dcim.${owner.replace('_', '')}`);
      await name(
        ends.flatMap((end): Naming[] => {
          const text = end.cells.get(owner);
          if (text === undefined) return [];
          return [
            {
              model,
              text,
              within: new Map(keys.get(end)),
              found: (key) => keys.get(end)!.set(owner, key),
              refused: (message) => refuseCell(end.row, `side_${end.side}_${owner}`, message),
            },
          ];
        }),
      );
    }

    // ---- The ends
    await name(
      ends.flatMap((end): Naming[] => {
        const { row, side, cells } = end;
        const type = cells.get('type');
        const names = cells.get('name');
        if (type === undefined || names === undefined) {
          refuseCell(row, `side_${side}_${type === undefined ? 'type' : 'name'}`, 'This field is required.');
          return [];
        }
        const model = registry.find(type.includes('.') ? type.toLowerCase() : `dcim.${type.toLowerCase()}`);
        if (!model) {
          refuseCell(row, `side_${side}_type`, `There is no type "${type}".`);
          return [];
        }
        const field = `${side}_terminations`;
        row.columns.set(field, `side_${side}_name`);
        const found: { object_type: string; object_id: number }[] = [];
        row.input[field] = found;
        const within = new Map(keys.get(end));
        within.delete('site');
        return listed(names).map((text, at) => ({
          model,
          // Ends of circuits are called by their side.
          ...(model.fields.has('term_side') ? { attribute: 'term_side' } : {}),
          text,
          strict: true,
          within,
          found: (key) => (found[at] = { object_type: model.name, object_id: Number(key) }),
          refused: (message) => refuseCell(row, `side_${side}_name`, message),
        }));
      }),
    );
  },
};

/** Takes the cells of one side off the row: texts by what they are. */
function take(row: ImportRow, side: string): Map<string, string> {
  const cells = new Map<string, string>();
  for (const part of [...owners, 'type', 'name']) {
    const column = `side_${side}_${part}`;
    const value = row.cells.get(column);
    row.cells.delete(column);
    if (!isBlank(value)) cells.set(part, String(value).trim());
  }
  return cells;
}
