import type { ImportRules } from '#operations/import/import-rule.ts';
import { cableSides } from './cable-sides.ts';
import { frontPortMappings } from './front-port-mappings.ts';
import { primaryAddresses } from './primary-addresses.ts';

/** What imports take beyond the fields of their models. */
export const importRules: ImportRules = {
  'dcim.cable': cableSides,
  'dcim.frontport': frontPortMappings,
  'dcim.frontporttemplate': frontPortMappings,
  'ipam.ipaddress': primaryAddresses,
};
