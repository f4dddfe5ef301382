import { loadByType, type Node, type NodeTexts } from '#operations/read/load-by-type.ts';
import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';
import { nodeType } from './node-type.ts';
import { onceForRows } from './once-for-rows.ts';

interface Loaded {
  /** By cable and end: `12A`. */
  readonly ends: ReadonlyMap<string, readonly Node[]>;
  readonly text: NodeTexts;
}

const loadTerminations = onceForRows<Loaded>(async (rows, context) => {
  const found = await context.rows(
    `select cable_id, cable_end, termination_type_id, termination_id
    from dcim_cabletermination where cable_id = any($1) order by connector, id`,
    [`{${rows.map((row) => row[0]).join(',')}}`],
  );
  const ends = new Map<string, Node[]>();
  for (const [cable, end, type, id] of found) {
    const key = `${cable}${end}`;
    const node = { type: type!, id: id! };
    const nodes = ends.get(key);
    if (nodes) nodes.push(node);
    else ends.set(key, [node]);
  }
  return { ends, text: await loadByType(context, [...ends.values()].flat()) };
});

/** The objects at one end of a cable. */
const terminations =
  (end: 'A' | 'B'): Computed =>
  ({ name, model }) => ({
    name,
    columns: [keyColumn(model)],
    bind: (at) => ({
      load: (rows, context) => loadTerminations(rows, context, at, model),
      text(row, state, context) {
        const { ends, text } = state as Loaded;
        const nodes = ends.get(`${row[0]}${end}`) ?? [];
        return `[${nodes
          .flatMap((node) => {
            const object = text(node);
            if (object === undefined) return [];
            return `{"object_type":${nodeType(node, context)},"object_id":${node.id},"object":${object}}`;
          })
          .join(',')}]`;
      },
    }),
  });

export const aTerminations = terminations('A');
export const bTerminations = terminations('B');
