import { interactionPolicy } from 'oidc-provider';

const { base, Check, Prompt } = interactionPolicy;

/**
 * What a user may be asked before a client gets its answer, in this order: to sign in, to hear that the application is
 * not for them, to consent.
 */
export function createPolicy(mayUse: (accountId: string) => Promise<boolean>): interactionPolicy.Prompt[] {
  const policy = base();
  policy
    .get('login')!
    .checks.add(
      new Check('no_account', 'the account of the session is gone or inactive', ({ oidc }) =>
        oidc.session?.accountId !== undefined && !oidc.account ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    );
  policy.add(
    new Prompt(
      { name: 'permission', requestable: false },
      new Check('not_permitted', 'the application is not for this user', 'access_denied', async ({ oidc }) =>
        (await mayUse(oidc.session!.accountId!)) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    ),
    1,
  );
  return policy;
}
