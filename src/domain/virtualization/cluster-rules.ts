import type { ModelRules } from '#operations/write/rules.ts';

/** Clusters: their hosts are where they are, their machines' site is theirs. */
export const clusterRules: ModelRules = {
  async validate(drafts, context) {
    const placed = drafts.filter((draft) => !draft.isNew && draft.get('scope_id') !== null);
    if (placed.length === 0) return;
    const [site, location] = [context.contentTypes.id('dcim.site')!, context.contentTypes.id('dcim.location')!];
    const rows = await context.rows(
      `select v.id from unnest($1::bigint[], $2::bigint[], $3::bigint[]) v(id, type, scope)
       left join dcim_location l on v.type = $5::bigint and l.id = v.scope
       where exists (select from dcim_device d where d.cluster_id = v.id and (
         v.type in ($4::bigint, $5::bigint) and d.site_id is distinct from coalesce(l.site_id, v.scope)
         or v.type = $5::bigint and d.location_id is distinct from v.scope))`,
      [
        `{${placed.map(({ key }) => key).join(',')}}`,
        `{${placed.map((draft) => draft.get('scope_type')).join(',')}}`,
        `{${placed.map((draft) => draft.get('scope_id')).join(',')}}`,
        site,
        location,
      ],
    );
    const elsewhere = new Set(rows.map(([key]) => key));
    for (const draft of placed)
      if (elsewhere.has(draft.key!))
        draft.errors.add('scope', 'Devices are assigned as hosts for this cluster but are not in its scope');
  },

  async saved(drafts, context) {
    const placed = drafts.filter((draft) => !draft.isNew && draft.get('_site') !== null);
    if (placed.length === 0) return;
    // Like NetBox, past the change log.
    await context.rows(
      `update virtualization_virtualmachine m set site_id = v.site from unnest($1::bigint[], $2::bigint[]) v(cluster, site)
       where m.cluster_id = v.cluster and m.site_id is distinct from v.site`,
      [`{${placed.map(({ key }) => key).join(',')}}`, `{${placed.map((draft) => draft.get('_site')).join(',')}}`],
    );
  },
};
