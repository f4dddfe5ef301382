/** Half units that devices take, on whichever face, or that are reserved; in per cent of all. */
export const rackSpace = `
  100.0 * (
    select count(distinct taken.unit) from (
      select generate_series(d.position, d.position + dt.u_height - 0.5, 0.5) as unit
        from dcim_device d join dcim_devicetype dt on dt.id = d.device_type_id
        where d.rack_id = t.id and d.position is not null and not dt.exclude_from_utilization
      union all
      select u.unit + half.part
        from dcim_rackreservation r, unnest(r.units) as u(unit), (values (0.0), (0.5)) as half(part)
        where r.rack_id = t.id
    ) taken where taken.unit >= t.starting_unit and taken.unit < t.starting_unit + t.u_height
  ) / nullif(t.u_height * 2, 0)`;

/** The power ports that the path of a feed or an outlet ends at. */
const portsAt = (path: string) => `
  select p.* from dcim_cablepath cp, jsonb_array_elements_text(cp.path -> -1) as node, dcim_powerport p, django_content_type ct
    where cp.id = ${path} and cp.is_complete and ct.app_label = 'dcim' and ct.model = 'powerport'
      and node = ct.id || ':' || p.id`;

/**
 * What the ports behind the rack's feeds draw, as allocated, in per cent of what the feeds give. A port that says nothing
 * itself draws what is connected to its outlets.
 */
export const rackPower = `
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
      where f.rack_id = t.id
  )`;
