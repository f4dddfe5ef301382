import type { ModelRules } from '#operations/write/rules.ts';

/** A location that goes to another site takes along what is in it and below: without a word in the change log. */
export const locationRules: ModelRules = {
  async saved(drafts, context) {
    const moved = drafts.filter((draft) => !draft.isNew && draft.changed('site'));
    if (moved.length === 0) return;
    // NetBox 4.7 looks below the path that the location had: where it got another parent as well, nothing follows.
    const rows = await context.rows(
      `select l.id, v.site from unnest($1::text[], $2::bigint[]) v(path, site) join dcim_location l on l.path <@ v.path::ltree`,
      [
        `{${moved.map((draft) => draft.was('path')).join(',')}}`,
        `{${moved.map((draft) => draft.get('site')).join(',')}}`,
      ],
    );
    const places = [`{${rows.map(([key]) => key).join(',')}}`, `{${rows.map(([, site]) => site).join(',')}}`];
    for (const [table, column] of [
      ['dcim_location', 'id'],
      ['dcim_rack', 'location_id'],
      ['dcim_device', 'location_id'],
      ['dcim_powerpanel', 'location_id'],
    ])
      await context.rows(
        `update ${table} t set site_id = v.site from unnest($1::bigint[], $2::bigint[]) v(location, site)
         where t.${column} = v.location and t.site_id <> v.site`,
        places,
      );
  },
};
