import { sqlAccounts } from '#access/accounts/sql-accounts.ts';
import type { TestResult } from '../contract.ts';
import { shownClaims } from '../store/login-attempts.ts';
import { LoginRefused } from './login-refused.ts';
import { type PipelineRun, runPipeline } from './run-pipeline.ts';
import { StepFailed } from './step-failed.ts';

/** Ends the transaction of a test with what it came to. */
class TestOver extends Error {
  readonly result: TestResult;
  constructor(result: TestResult) {
    super('the test is over');
    this.result = result;
  }
}

/** Runs a pipeline as a login would, and undoes all of it. */
export async function testPipeline(run: Omit<PipelineRun<never>, 'finish' | 'userId'>): Promise<TestResult> {
  const claims = shownClaims(run.response);
  const nobody = { claims, user: null, isNew: false, newLink: false, uid: null, groups: [] };
  try {
    return await runPipeline<never>({
      ...run,
      async finish(transaction, { user, isNew, newAssociation, uid }) {
        const groups = (await sqlAccounts(transaction).groupsOf(user)).map(({ name }) => name);
        throw new TestOver({ claims, refused: null, user, isNew, newLink: newAssociation, uid, groups });
      },
    });
  } catch (error) {
    if (error instanceof TestOver) return error.result;
    if (error instanceof LoginRefused || error instanceof StepFailed) return { ...nobody, refused: error.message };
    throw error;
  }
}
