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
