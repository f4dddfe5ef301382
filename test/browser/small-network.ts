import type { Sql } from '#database/connect.ts';
import { insertRow } from '#test/insert-row.ts';

/** A network with something in every app: two sites, 60 devices, interfaces, addresses, circuits, machines, tunnels. */
export async function smallNetwork(sql: Sql): Promise<void> {
  const add = (table: string, row: Readonly<Record<string, unknown>>) => insertRow(sql, table, row);
  await add('extras_tag', { id: 1, name: 'Core', slug: 'core', color: '2196f3' });
  await add('tenancy_tenant', {
    id: 1,
    name: 'Acme',
    slug: 'acme',
    comments: '# Acme\n\nPays **late**. <script>alert(1)</script>',
  });
  await add('tenancy_contact', { id: 1, name: 'Ada', email: 'ada@example.org', link: 'https://example.org/ada' });
  await add('dcim_region', { id: 1, name: 'Europe', slug: 'europe' });
  await add('dcim_region', { id: 2, name: 'Austria', slug: 'austria', parent_id: 1 });
  await add('dcim_site', { id: 1, name: 'Vienna', slug: 'vienna', status: 'active', region_id: 2, tenant_id: 1 });
  await add('dcim_site', { id: 2, name: 'Linz', slug: 'linz', status: 'planned' });
  await add('dcim_manufacturer', { id: 1, name: 'Maker', slug: 'maker' });
  await add('dcim_devicetype', {
    id: 1,
    manufacturer_id: 1,
    model: 'Switch 48',
    slug: 'switch-48',
    u_height: '1',
    front_image: '',
    rear_image: '',
  });
  await add('dcim_devicerole', { id: 1, name: 'Access', slug: 'access', color: '4caf50' });
  await add('dcim_rack', { id: 1, name: 'R1', site_id: 1, status: 'active', width: 19, u_height: 42 });
  for (let id = 1; id <= 60; id++)
    await add('dcim_device', {
      id,
      name: `sw${id}`,
      device_type_id: 1,
      role_id: 1,
      site_id: id <= 55 ? 1 : 2,
      status: id % 10 === 0 ? 'offline' : 'active',
      interface_count: id === 1 ? 2 : 0,
    });
  for (const id of [1, 2])
    await add('dcim_interface', { id, name: `eth${id}`, device_id: 1, type: '1000base-t', enabled: true });
  await add('ipam_vrf', { id: 1, name: 'Blue', rd: '65000:1' });
  await add('ipam_prefix', { id: 1, prefix: '10.0.0.0/8', status: 'container' });
  await add('ipam_prefix', { id: 2, prefix: '10.1.0.0/16', status: 'active' });
  await add('ipam_ipaddress', { id: 1, address: '10.1.0.1/24', status: 'active', dns_name: 'sw1.example.org' });
  await add('ipam_vlan', { id: 1, vid: 100, name: 'Voice', status: 'active' });
  await add('circuits_provider', { id: 1, name: 'Carrier', slug: 'carrier' });
  await add('circuits_circuittype', { id: 1, name: 'Dark fibre', slug: 'dark-fibre' });
  await add('circuits_circuit', { id: 1, cid: 'C-1', provider_id: 1, type_id: 1, status: 'active' });
  await add('virtualization_clustertype', { id: 1, name: 'KVM', slug: 'kvm' });
  await add('virtualization_cluster', { id: 1, name: 'East', type_id: 1, status: 'active' });
  await add('virtualization_virtualmachine', { id: 1, name: 'vm1', cluster_id: 1, status: 'active' });
  await add('vpn_tunnelgroup', { id: 1, name: 'Branches', slug: 'branches' });
  await add('wireless_wirelesslan', { id: 1, ssid: 'guests', status: 'active' });
  await sql.unsafe(`
    insert into extras_taggeditem (object_id, content_type_id, tag_id)
    select 1, id, 1 from django_content_type where app_label = 'dcim' and model = 'device'`);
  await countOn(sql);
}

/** Lets every table's numbers go on after those that were given. */
async function countOn(sql: Sql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare one record; last bigint;
    begin
      for one in
        select c.relname as name, pg_get_serial_sequence(format('public.%I', c.relname), 'id') as sequence
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped
        where n.nspname = 'public' and c.relkind = 'r'
      loop
        if one.sequence is not null then
          execute format('select max(id) from public.%I', one.name) into last;
          if last is not null then perform setval(one.sequence, last); end if;
        end if;
      end loop;
    end $$`);
}
