import { readFile, stat } from 'node:fs/promises';
import { EmbeddedPostgresError } from './errors.ts';

/** The operating system account that PostgreSQL runs under when we are root, which it refuses to be. */
export interface Account {
  uid: number;
  gid: number;
}

/** Accounts of /etc/passwd that may be used, best first: PostgreSQL looks its own user up there. */
const candidates = ['postgres', 'nobody', 'daemon'];

/** The account for a cluster in `directory`: its owner's if it exists, null (our own) unless we are root. */
export async function serverAccount(directory: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(directory).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const entries = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of candidates) {
    const entry = entries.find((fields) => fields[0] === name);
    if (entry && Number(entry[2]) > 0) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL refuses to run as root, and /etc/passwd has none of the accounts ${candidates.join(', ')} to run it ` +
      'under. Run Patchbay as an ordinary user, or give it a DATABASE_URL.',
  );
}
