import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';

/** The positions of a front or rear port (or its template) with the ports of the other side that they lead to. */
const mappings =
  (own: 'front_port' | 'rear_port', other: 'front_port' | 'rear_port'): Computed =>
  ({ name, model }) => {
    const table = model.model.endsWith('template') ? 'dcim_porttemplatemapping' : 'dcim_portmapping';
    const statement = `select ${own}_id, ${own}_position, ${other}_id, ${other}_position
      from ${table} where ${own}_id = any($1) order by id`;
    return {
      name,
      columns: [keyColumn(model)],
      bind: () => ({
        async load(rows, context) {
          const texts = new Map<string, string>();
          for (const [port, position, otherPort, otherPosition] of await context.rows(statement, [
            `{${rows.map((row) => row[0]).join(',')}}`,
          ])) {
            const before = texts.get(port!);
            const text = `{"position":${position},"${other}":${otherPort},"${other}_position":${otherPosition}}`;
            texts.set(port!, before ? `${before},${text}` : text);
          }
          return texts;
        },
        text: (row, state) => `[${(state as ReadonlyMap<string, string>).get(row[0]!) ?? ''}]`,
      }),
    };
  };

export const rearPorts = mappings('front_port', 'rear_port');
export const frontPorts = mappings('rear_port', 'front_port');
