import { Connection } from './connection.ts';
import { type Measured, measure } from './statistics.ts';

/** What the process that asks is told to do. */
export interface Job {
  readonly port: number;
  /** Asked one after the other; all of them are one answer. */
  readonly paths: readonly string[];
  readonly token: string;
  readonly lanes: number;
  readonly seconds: number;
}

export type JobResult = ({ bytes: number } & Measured) | { error: string };

process.on('message', async (job: Job) => {
  const connections = Array.from({ length: job.lanes }, () => new Connection(job));
  try {
    await Promise.all(connections.map((connection) => connection.ask()));
    const measured = await measure((lane) => connections[lane]!.ask(), job);
    process.send!({ ...measured, bytes: connections[0]!.bytes } satisfies JobResult);
  } catch (error) {
    process.send!({ error: (error as Error).message } satisfies JobResult);
  }
  for (const connection of connections) connection.close();
});
