import { type DemoNetwork, numbers, slugged } from './network.ts';
import { accessPoints, buildings, campus, floors } from './plan.ts';

/** Wireless LANs that every access point sends, and the beam between two buildings. */
export async function addWireless(net: DemoNetwork): Promise<void> {
  const [group] = await net.add('wireless.wirelesslangroup', [slugged('Campus air')]);
  const scope = { scope_type: 'dcim.site', scope_id: net.id('dcim.site', campus), group };
  const lans = await net.add('wireless.wirelesslan', [
    {
      ssid: 'Lindenhof',
      ...scope,
      vlan: net.id('ipam.vlan', 'lin-clients'),
      auth_type: 'wpa-enterprise',
      auth_cipher: 'aes',
      tenant: net.id('tenancy.tenant', 'IT Operations'),
    },
    { ssid: 'Lindenhof guests', ...scope, vlan: net.id('ipam.vlan', 'lin-guests'), auth_type: 'open' },
  ]);
  const points = buildings.flatMap((_, index) =>
    numbers(floors).flatMap((floor) => numbers(accessPoints).map((n) => `lin-${index + 1}-${floor}-ap-${n}`)),
  );
  await net.change(
    'dcim.interface',
    points.flatMap((name) =>
      ['radio0', 'radio1'].map((radio) => ({ id: net.id('dcim.interface', `${name} ${radio}`), wireless_lans: lans })),
    ),
  );
  await net.add('wireless.wirelesslink', [
    {
      interface_a: net.id('dcim.interface', 'lin-bridge-1 beam0'),
      interface_b: net.id('dcim.interface', 'lin-bridge-2 beam0'),
      ssid: 'lin-beam',
      status: 'connected',
      distance: 310,
      distance_unit: 'm',
      description: 'Foundry to Orchard House, until the duct is dug',
    },
  ]);
}
