import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Job, JobResult } from './process.ts';
import type { Measured } from './statistics.ts';

/** A process of its own that asks a server: its work is no part of what is measured. */
export interface Asking {
  ask(job: Job): Promise<{ bytes: number } & Measured>;
  stop(): void;
}

export function startAsking(): Asking {
  const child = fork(fileURLToPath(new URL('process.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  return {
    async ask(job) {
      child.send(job);
      const [result] = (await once(child, 'message')) as [JobResult];
      if ('error' in result) throw new Error(`${job.paths[0]}: ${result.error}`);
      return result;
    },
    stop: () => void child.kill(),
  };
}
