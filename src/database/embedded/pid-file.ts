import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a running PostgreSQL says of itself in its data directory's postmaster.pid. */
export interface PidFile {
  pid: number;
  port: number;
  socketDirectory: string;
  ready: boolean;
}

/** Reads postmaster.pid; null where there is none, or only its beginning has been written yet. */
export async function readPidFile(data: string): Promise<PidFile | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => null);
  const lines = text?.split('\n').map((line) => line.trim());
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), socketDirectory: lines[4] ?? '', ready: lines[7] === 'ready' };
}

/**
 * Whether process `pid` is the PostgreSQL of this data directory. A number left by a crash may by now be anybody's:
 * PostgreSQL itself would refuse to start over it, so the process is looked at.
 */
export async function isPostmasterOf(data: string, pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform === 'linux') {
    const [directory, command] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => null),
      readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    ]);
    return directory === (await realpath(data)) && /(^|\/)postgres\0/.test(command);
  }
  const command = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return command.stdout.includes('postgres') && command.stdout.includes(data);
}
