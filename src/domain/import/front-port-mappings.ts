import { isBlank, refuseCell } from '#operations/import/import-row.ts';
import type { ImportRule } from '#operations/import/import-rule.ts';
import type { Naming } from '#operations/import/named-objects.ts';

/** Ports in front name the port in the rear that their first position leads to, and its position. */
export const frontPortMappings: ImportRule = {
  columns: [
    { name: 'rear_port', hint: 'The name of the rear port that the first position leads to' },
    { name: 'rear_port_position', hint: 'The position of the rear port; 1 unless said' },
  ],
  async read(rows, { context, model, name }) {
    const rear = context.registry.get(model.name.replace('front', 'rear'));
    const namings: Naming[] = [];
    for (const row of rows) {
      const port = row.cells.get('rear_port');
      const position = row.cells.get('rear_port_position');
      row.cells.delete('rear_port');
      row.cells.delete('rear_port_position');
      if (isBlank(port)) continue;
      const owners = ['device', 'module', 'device_type', 'module_type'];
      namings.push({
        model: rear,
        text: String(port).trim(),
        strict: true,
        within: new Map(
          owners.flatMap((owner) => (row.keys.has(owner) ? [[owner, row.keys.get(owner)!] as const] : [])),
        ),
        found(key) {
          row.columns.set('rear_ports', 'rear_port');
          row.input.rear_ports = [
            { position: 1, rear_port: Number(key), rear_port_position: isBlank(position) ? 1 : Number(position) },
          ];
        },
        refused: (message) => refuseCell(row, 'rear_port', message),
      });
    }
    await name(namings);
  },
};
