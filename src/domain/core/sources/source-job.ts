import type { NewJob } from '#jobs/enqueue-job.ts';

export const sourceJobKind = 'data-source';

/** The job that reads a data source; its name is NetBox's. */
export const sourceJob = (source: string, { type, userId }: { type: string; userId: string | null }): NewJob => ({
  kind: sourceJobKind,
  name: 'Synchronization',
  userId,
  task: { source },
  object: { type, key: source },
});
