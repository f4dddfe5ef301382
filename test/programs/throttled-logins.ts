import { createInterface } from 'node:readline';
import { AccessError } from '#access/access-error.ts';
import { createLoginThrottle } from '#access/login-throttle.ts';
import { connect } from '#database/connect.ts';

/** For tests: a process that tries a login for each line it is told, `right` or `wrong`, and says what came of it. */
const sql = connect(process.env.DATABASE_URL!);
const { attempt } = createLoginThrottle('shared');
const carol = { sql, username: 'carol', address: '192.0.2.3' };

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'end') break;
  try {
    const found = await attempt(carol, async () => (line === 'right' ? 'in' : null));
    process.stdout.write(`${JSON.stringify(found)}\n`);
  } catch (error) {
    process.stdout.write(`${error instanceof AccessError ? error.status : String(error)}\n`);
  }
}
await sql.end();
process.exit(0);
