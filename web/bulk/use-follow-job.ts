import { useNavigate } from 'react-router';
import type { JobLeft } from '../../src/surfaces/bulk/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { pagePath } from '../values/page-path.ts';

/** Goes to the page of the job that an answer says the work was left to; false where it was done at once. */
export function useFollowJob(): (answer: unknown) => boolean {
  const models = useModels();
  const navigate = useNavigate();
  return (answer) => {
    const { job } = (answer ?? {}) as Partial<JobLeft>;
    const path = job && pagePath(models, job.url);
    if (path) void navigate(path);
    return path !== undefined;
  };
}
