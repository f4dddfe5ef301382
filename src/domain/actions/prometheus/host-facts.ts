import type { ReadContext } from '#operations/read/context.ts';
import { contactFacts, type FactsByKey, factsOf } from './facts-by-object.ts';

/** Whom the object belongs to. */
export const tenantColumns = {
  tenant: 'tn.name',
  tenant_slug: 'tn.slug',
  tenant_group: 'tg.name',
  tenant_group_slug: 'tg.slug',
};
export const tenantJoins =
  ' left join tenancy_tenant tn on tn.id = t.tenant_id left join tenancy_tenantgroup tg on tg.id = tn.group_id';

const clusterColumns = {
  cluster: 'cl.name',
  cluster_group: 'cg.name',
  cluster_type: 'ct.name',
  scope: 'coalesce(sl.name, ss.name, sg.name, sr.name)',
  scope_slug: 'coalesce(sl.slug, ss.slug, sg.slug, sr.slug)',
  site: 'st.name',
  site_slug: 'st.slug',
};
/** A cluster's scope is the narrowest of the places that its row repeats. */
const clusterJoins = ` left join virtualization_cluster cl on cl.id = t.cluster_id
  left join virtualization_clustergroup cg on cg.id = cl.group_id
  left join virtualization_clustertype ct on ct.id = cl.type_id
  left join dcim_location sl on sl.id = cl._location_id left join dcim_site ss on ss.id = cl._site_id
  left join dcim_sitegroup sg on sg.id = cl._site_group_id left join dcim_region sr on sr.id = cl._region_id
  left join dcim_site st on st.id = t.site_id`;

const addressColumns = { primary_ip4: 'host(p4.address)', primary_ip6: 'host(p6.address)' };
const addressJoins =
  ' left join ipam_ipaddress p4 on p4.id = t.primary_ip4_id left join ipam_ipaddress p6 on p6.id = t.primary_ip6_id';

const ownColumns = {
  status: 't.status',
  name: 't.name',
  custom: 't.custom_field_data',
  platform: 'pf.name',
  platform_slug: 'pf.slug',
  role: 'ro.name',
  role_slug: 'ro.slug',
};
const ownJoins =
  ' left join dcim_platform pf on pf.id = t.platform_id left join dcim_devicerole ro on ro.id = t.role_id';

const deviceColumns = {
  oob_ip: 'host(oob.address)',
  description: 't.description',
  location: 'lo.name',
  location_slug: 'lo.slug',
  rack: 'rk.name',
  rack_u_position: 't.position',
  device_type: 'dt.model',
  device_type_slug: 'dt.slug',
};
const deviceJoins = ` left join ipam_ipaddress oob on oob.id = t.oob_ip_id left join dcim_location lo on lo.id = t.location_id
  left join dcim_rack rk on rk.id = t.rack_id join dcim_devicetype dt on dt.id = t.device_type_id`;

/** What is known of devices (`dcim.device`) or virtual machines (`virtualization.virtualmachine`) from their rows. */
export function hostFacts(context: ReadContext, model: string, ids: readonly string[]): Promise<FactsByKey> {
  const isDevice = model === 'dcim.device';
  return factsOf(context, {
    ids,
    from: `${context.registry.get(model).table} t${ownJoins}${addressJoins}${tenantJoins}${clusterJoins}${isDevice ? deviceJoins : ''}`,
    columns: {
      ...ownColumns,
      ...addressColumns,
      primary_ip: context.settings.PREFER_IPV4
        ? 'coalesce(host(p4.address), host(p6.address))'
        : 'coalesce(host(p6.address), host(p4.address))',
      ...tenantColumns,
      ...clusterColumns,
      ...(isDevice ? deviceColumns : {}),
    },
  });
}

/** What a service says of the device or virtual machine that it runs on: its name and where and whose it is. */
export async function parentFacts(context: ReadContext, model: string, ids: readonly string[]): Promise<FactsByKey> {
  const [hosts, contacts] = await Promise.all([hostFacts(context, model, ids), contactFacts(context, model, ids)]);
  const told = new Set([
    'primary_ip',
    'oob_ip',
    ...Object.keys({ ...addressColumns, ...tenantColumns, ...clusterColumns }),
  ]);
  return new Map(
    [...hosts].map(([id, facts]) => [
      id,
      {
        parent: facts.name,
        ...Object.fromEntries(Object.entries(facts).filter(([name]) => told.has(name))),
        ...contacts.get(id),
      },
    ]),
  );
}
