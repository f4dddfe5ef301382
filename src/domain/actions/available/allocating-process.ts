import { connect } from '#database/connect.ts';
import { tryActions } from '../try-actions.ts';

/**
 * For tests, a process of its own: clients that ask at once for addresses of prefix 1, each in several requests. Its
 * arguments: the database, how many clients, how many addresses a client, how many a request. Prints the addresses.
 */
const [url, clients, addresses, each] = process.argv.slice(2) as [string, string, string, string];
const sql = connect(url);
const ask = await tryActions(sql);
const body = new Array(Number(each)).fill({});

async function client(): Promise<string[]> {
  const got: string[] = [];
  while (got.length < Number(addresses)) {
    const { status, json } = await ask('ipam/prefixes/1/available-ips/', { method: 'POST', body });
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(json)}`);
    got.push(...json.map(({ address }: { address: string }) => address));
  }
  return got;
}

const all = await Promise.all(Array.from({ length: Number(clients) }, client));
process.stdout.write(JSON.stringify(all.flat()));
await sql.end({ timeout: 1 });
