import type { Measures } from '#operations/read/measure.ts';
import { networkUtilization } from './network.ts';
import { powerUtilization } from './power.ts';
import { rackSpace } from './rack.ts';

/** How full things are, by model and by the column of NetBox's lists: PostgreSQL expressions over the row `t`. */
export const utilization: Measures = {
  'dcim.powerfeed': { utilization: powerUtilization.feed },
  'dcim.powerpanel': { utilization: powerUtilization.panel },
  'dcim.rack': { get_utilization: rackSpace, get_power_utilization: powerUtilization.rack },
  'ipam.aggregate': { utilization: networkUtilization.aggregate },
  'ipam.iprange': { utilization: networkUtilization.range },
  'ipam.prefix': { utilization: networkUtilization.prefix },
};
