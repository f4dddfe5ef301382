import type { WriteContext } from '#operations/write/write-context.ts';

/**
 * Mirrors the cables of channelized interfaces onto their channels, each with the one position that it is; clears the
 * channels of interfaces without a cable, or with one without a profile, which maps no positions. Like NetBox, without
 * the change log.
 */
export async function mirrorCables(context: WriteContext, interfaces: readonly string[]): Promise<void> {
  if (interfaces.length === 0) return;
  await context.rows(
    `update dcim_interface t set
       cable_id = v.cable_id, cable_end = v.cable_end, cable_connector = v.cable_connector,
       cable_positions = case when v.cable_id is not null then array[t.channel_id]::smallint[] end
     from (
       select p.id, c.id as cable_id, case when c.id is null then '' else p.cable_end end as cable_end,
         case when c.id is not null then p.cable_connector end as cable_connector
       from dcim_interface p left join dcim_cable c on c.id = p.cable_id and c.profile <> '' and p.channels is not null
       where p.id = any($1)
     ) v
     where t.parent_id = v.id and t.channel_id is not null`,
    [`{${interfaces.join(',')}}`],
  );
}
