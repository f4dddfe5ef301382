import { type DemoNetwork, numbers, slugged } from './network.ts';
import { addressIn, sites } from './plan.ts';

const centres = sites.slice(1);

/** Clusters come before the devices that carry them. */
export async function addClusters(net: DemoNetwork): Promise<void> {
  const [type] = await net.add('virtualization.clustertype', [slugged('KVM')]);
  const [group] = await net.add('virtualization.clustergroup', [slugged('Production clusters')]);
  await net.add(
    'virtualization.cluster',
    centres.map(({ name, code }) => ({
      name: `${code}-compute`,
      type,
      group,
      scope_type: 'dcim.site',
      scope_id: net.id('dcim.site', name),
      tenant: net.id('tenancy.tenant', 'IT Operations'),
    })),
  );
}

const purposes = [
  { name: 'calibration', tenant: 'Optical Sensors', service: 'HTTPS', port: 'tcp/443' },
  { name: 'scales', tenant: 'Weighing Systems', service: 'HTTPS', port: 'tcp/443' },
  { name: 'echo', tenant: 'Acoustics', service: 'HTTPS', port: 'tcp/443' },
  { name: 'ledger', tenant: 'Finance', service: 'PostgreSQL', port: 'tcp/5432' },
  { name: 'resolver', tenant: 'IT Operations', service: 'DNS', port: 'udp/53' },
] as const;
const each = 4;

/** Virtual machines with a disk, an interface, an address and a service. */
export async function addMachines(net: DemoNetwork): Promise<void> {
  const plans = centres.flatMap((site) =>
    purposes.flatMap((purpose, index) =>
      numbers(each).map((n) => ({
        site,
        purpose,
        name: `${site.code}-${purpose.name}-${n}`,
        host: 300 + index * each + n,
      })),
    ),
  );
  const machines = await net.add(
    'virtualization.virtualmachine',
    plans.map(({ name, site, purpose }) => ({
      name,
      cluster: net.id('virtualization.cluster', `${site.code}-compute`),
      role: net.id('dcim.devicerole', 'Server'),
      platform: net.id('dcim.platform', 'Debian 13'),
      tenant: net.id('tenancy.tenant', purpose.tenant),
      vcpus: 4,
      memory: 8192,
      custom_fields: { cost_centre: 2000 },
    })),
  );
  const of = (index: number) => ({ virtual_machine: machines[index] });
  await net.add(
    'virtualization.virtualdisk',
    plans.map((_, index) => ({ ...of(index), name: 'root', size: 40000 })),
  );
  const interfaces = await net.add(
    'virtualization.vminterface',
    plans.map((_, index) => ({ ...of(index), name: 'ens3', mtu: 1500 })),
  );
  const addresses = await net.add(
    'ipam.ipaddress',
    plans.map(({ site, host, name }, index) => ({
      address: addressIn(site, 100, host),
      vrf: net.id('ipam.vrf', 'Corporate'),
      assigned_object_type: 'virtualization.vminterface',
      assigned_object_id: interfaces[index],
      dns_name: `${name}.lindenhof.example`,
    })),
  );
  await net.change(
    'virtualization.virtualmachine',
    machines.map((id, index) => ({ id, primary_ip4: addresses[index] })),
  );
  await net.add(
    'ipam.service',
    plans.map(({ purpose: { service, port } }, index) => ({
      parent_object_type: 'virtualization.virtualmachine',
      parent_object_id: machines[index],
      name: service,
      port_mappings: [port],
      ipaddresses: [addresses[index]],
    })),
  );
}
