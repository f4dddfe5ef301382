import type { Sql } from '#database/connect.ts';
import { type WriteRequest, writeTransaction } from '#operations/write/transaction.ts';
import type { Registry } from '#registry/registry.ts';
import { addAddressPlan, addDeviceAddresses, addGateways } from './addressing.ts';
import { addCabling } from './cabling.ts';
import { addDeviceTypes, addManufacturers } from './device-types.ts';
import { addDevices, addRoles } from './devices.ts';
import { addClusters, addMachines } from './machines.ts';
import { DemoNetwork } from './network.ts';
import { addNotes } from './notes.ts';
import { addOrganisation } from './organisation.ts';
import { addPlaces } from './places.ts';
import { addPower } from './power.ts';
import { addWideArea } from './wide-area.ts';
import { addWireless } from './wireless.ts';

/** The database is not empty. */
export class DemoRefused extends Error {
  override name = 'DemoRefused';
}

/** In their order: each may name what those before it have made. */
const parts = [
  addOrganisation,
  addManufacturers,
  addPlaces,
  addAddressPlan,
  addClusters,
  addDeviceTypes,
  addRoles,
  addDevices,
  addCabling,
  addPower,
  addDeviceAddresses,
  addGateways,
  addWideArea,
  addWireless,
  addMachines,
  addNotes,
];

/**
 * Parts after which PostgreSQL counts its rows: it does so by itself only once a transaction is over, and plans for empty
 * tables make it trace cables and write the change log several times as slowly.
 */
const counted = [addDevices, addPower];

/** Fills an empty database with the demo network, all or nothing; throws DemoRefused where anything is there. */
export async function fillDemo(request: WriteRequest): Promise<void> {
  await refuseFilled(request.sql, request.shapes.registry);
  await writeTransaction(request, async (context) => {
    const net = new DemoNetwork(context);
    for (const part of parts) {
      await part(net);
      if (counted.includes(part)) await context.rows('analyze');
    }
  });
}

const apps = ['circuits', 'dcim', 'ipam', 'tenancy', 'virtualization', 'vpn', 'wireless'];
const others = ['extras.tag', 'extras.customfield', 'extras.customfieldchoiceset', 'extras.configcontext'];
/** NetBox's schema comes with some. */
const given = ['dcim.moduletypeprofile'];

async function refuseFilled(sql: Sql, registry: Registry): Promise<void> {
  const models = [...registry.models.values()].filter(
    ({ name, rest }) => rest && !given.includes(name) && (apps.includes(name.split('.')[0]!) || others.includes(name)),
  );
  const rows = (await sql
    .unsafe(
      models.map(({ plural, table }) => `select '${plural}' where exists (select from "${table}")`).join(' union all '),
    )
    .values()) as unknown as string[][];
  if (rows.length === 0) return;
  const found = rows.map(([plural]) => plural!);
  const named = `${found.slice(0, 3).join(', ')}${found.length > 3 ? ` and ${found.length - 3} more` : ''}`;
  throw new DemoRefused(
    `The demo network only goes into an empty database, and this one has ${named}. Start without --demo, or give it another DATA_DIR or DATABASE_URL.`,
  );
}
