import { sqlAccounts } from '#access/accounts/sql-accounts.ts';
import { loginTables } from '#access/login-tables.ts';
import type { Queryable, Sql } from '#database/connect.ts';
import type { Provider } from '../settings/provider.ts';
import type { SsoSettings } from '../settings/sso-settings.ts';
import { LoginRefused } from './login-refused.ts';
import type { LoginUser } from './login-user.ts';
import type { LoginState } from './step.ts';
import { StepFailed } from './step-failed.ts';

export interface PipelineRun<T> {
  readonly sql: Sql;
  readonly provider: Provider;
  readonly settings: SsoSettings;
  readonly response: Readonly<Record<string, unknown>>;
  /** The account that is to be linked, where somebody who is logged in asked for it. */
  readonly userId?: string | null;
  /** What is done last, in the same transaction. */
  finish(transaction: Queryable, state: LoginState & { readonly user: LoginUser }): Promise<T>;
}

/**
 * Runs a provider's pipeline for one login, all of it in one transaction. Throws a LoginRefused where somebody is turned
 * away, a StepFailed where a step breaks.
 */
export async function runPipeline<T>(run: PipelineRun<T>): Promise<T> {
  await loginTables(run.sql);
  try {
    return await attempt(run);
  } catch (error) {
    // Somebody who logs in twice at once makes their account or their link twice: the second try finds them.
    const cause = error instanceof StepFailed ? error.cause : error;
    if ((cause as { code?: string } | undefined)?.code !== '23505') throw error;
    return attempt(run);
  }
}

async function attempt<T>({ sql, provider, settings, response, userId, finish }: PipelineRun<T>): Promise<T> {
  return (await sql.begin(async (begun) => {
    const transaction = begun as unknown as Queryable;
    const accounts = sqlAccounts(transaction);
    const context = { provider, settings, sql: transaction, accounts };
    let state: LoginState = {
      response,
      details: {},
      uid: null,
      user: userId ? await accounts.userById(userId) : null,
      social: null,
      username: null,
      isNew: false,
      newAssociation: false,
      more: {},
    };
    for (const step of settings.pipelines.get(provider.name) ?? []) {
      try {
        state = { ...state, ...(await step.run(state, context)) };
      } catch (error) {
        if (error instanceof LoginRefused) throw error;
        throw new StepFailed(step.name, error);
      }
    }
    const { user } = state;
    if (!user) throw new LoginRefused(`No account here belongs to your login at ${provider.label}.`);
    if (!user.is_active) throw new LoginRefused(`The account "${user.username}" is inactive.`);
    return finish(transaction, { ...state, user });
  })) as T;
}
