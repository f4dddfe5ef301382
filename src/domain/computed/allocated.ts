import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';
import { onceForRows } from './once-for-rows.ts';

type Sums = ReadonlyMap<string, readonly (string | null)[]>;

const loadSums = onceForRows<Sums>(async (rows, context) => {
  const sums = await context.rows(
    `select cluster_id, sum(vcpus), sum(memory), sum(disk)
    from virtualization_virtualmachine where cluster_id = any($1) group by 1`,
    [`{${rows.map((row) => row[0]).join(',')}}`],
  );
  return new Map(sums.map(([cluster, ...values]) => [cluster!, values]));
});

/** A sum over a cluster's virtual machines; null where none of them says anything. */
const allocated =
  (index: number): Computed =>
  ({ name, model }) => ({
    name,
    columns: [keyColumn(model)],
    bind: (at) => ({
      load: (rows, context) => loadSums(rows, context, at, model),
      text: (row, state) => (state as Sums).get(row[0]!)?.[index] ?? 'null',
    }),
  });

export const allocatedVcpus = allocated(0);
export const allocatedMemory = allocated(1);
export const allocatedDisk = allocated(2);
