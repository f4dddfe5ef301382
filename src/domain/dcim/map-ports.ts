import type { WriteContext } from '#operations/write/write-context.ts';
import type { ComponentOwner, MadeComponents } from './make-components.ts';

/** Maps front to rear ports as the types' templates are mapped: one statement to read, one to write; not logged. */
export async function mapPorts(
  owners: readonly ComponentOwner[],
  { context, made, by }: { context: WriteContext; made: MadeComponents; by: 'device_type' | 'module_type' },
): Promise<void> {
  const rows = await context.rows(
    `select ${by}_id, front_port_id, front_port_position, rear_port_id, rear_port_position
     from dcim_porttemplatemapping where ${by}_id = any($1) order by id`,
    [`{${[...new Set(owners.map(({ type }) => type))].join(',')}}`],
  );
  const mappings = owners.flatMap((owner) =>
    rows.flatMap(([type, front, frontPosition, rear, rearPosition]) => {
      const [from, to] = [
        made.get(owner, 'dcim.frontporttemplate', front!),
        made.get(owner, 'dcim.rearporttemplate', rear!),
      ];
      return type === owner.type && from && to ? [[owner.device, from, frontPosition!, to, rearPosition!]] : [];
    }),
  );
  if (mappings.length === 0) return;
  await context.rows(
    `insert into dcim_portmapping
       (device_id, front_port_id, front_port_position, rear_port_id, rear_port_position, created, last_updated)
     select *, $6::timestamptz, $6::timestamptz
     from unnest($1::bigint[], $2::bigint[], $3::smallint[], $4::bigint[], $5::smallint[])`,
    [...[0, 1, 2, 3, 4].map((index) => `{${mappings.map((mapping) => mapping[index]).join(',')}}`), context.now],
  );
}
