import { addressExtra } from './address-extra.ts';
import { chassisExtra } from './chassis-extra.ts';
import type { FormExtra } from './form-extra.ts';
import { groupAddressExtra } from './group-address-extra.ts';
import { macExtra } from './mac-extra.ts';
import { serviceExtra } from './service-extra.ts';
import { tunnelExtra } from './tunnel-extra.ts';

/** What forms do beyond the fields of their model, by the model. */
export const extras: Readonly<Record<string, FormExtra>> = {
  'dcim.interface': macExtra,
  'dcim.virtualchassis': chassisExtra,
  'ipam.fhrpgroup': groupAddressExtra,
  'ipam.ipaddress': addressExtra,
  'ipam.service': serviceExtra,
  'virtualization.vminterface': macExtra,
  'vpn.tunnel': tunnelExtra,
};
