/** The power ports that the path of a feed or an outlet ends at. */
const portsAt = (path: string) => `
  select p.* from dcim_cablepath cp, jsonb_array_elements_text(cp.path -> -1) as node, dcim_powerport p, django_content_type ct
    where cp.id = ${path} and cp.is_complete and ct.app_label = 'dcim' and ct.model = 'powerport'
      and node = ct.id || ':' || p.id`;

/**
 * What the ports behind some feeds `f` draw, as allocated, in per cent of what the feeds give. A port that says nothing
 * itself draws what is connected to its outlets.
 */
const drawnFrom = (feeds: string) => `
  (
    select 100.0 * sum(drawn.watts) / nullif(sum(f.available_power), 0)
      from dcim_powerfeed f left join lateral (
        select sum(
          case when port.allocated_draw is null and port.maximum_draw is null then (
            select sum(behind.allocated_draw) from dcim_poweroutlet o, lateral (${portsAt('o._path_id')}) behind
              where o.power_port_id = port.id
          ) else port.allocated_draw end
        ) as watts from (${portsAt('f._path_id')}) port
      ) drawn on true
      where ${feeds}
  )`;

export const powerUtilization = {
  rack: drawnFrom('f.rack_id = t.id'),
  // Nothing connected draws nothing.
  feed: `coalesce(${drawnFrom('f.id = t.id')}, 0)`,
  panel: `coalesce(${drawnFrom('f.power_panel_id = t.id')}, 0)`,
};
