import type { Lookup, Python } from '#python/python.ts';
import { PythonError } from '#python/python-error.ts';
import type { Accounts } from '../pipeline/accounts.ts';
import { LoginRefused } from '../pipeline/login-refused.ts';
import type { LoginUser } from '../pipeline/login-user.ts';
import type { LoginContext, LoginState, Step } from '../pipeline/step.ts';
import { applyEffects, type Effect } from './apply-effects.ts';
import { explainStep } from './explain-step.ts';

export interface StepFunction {
  readonly module: string;
  readonly function: string;
  /** What django.conf.settings holds beside NetBox's settings in force: those of the files. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * A function in Python as a step: it is called as python-social-auth calls it, and what it did to accounts and groups is
 * done in the login's transaction after it has returned; nothing of it where it raises. An error that is made to turn
 * people away (AuthForbidden, AuthFailed, PermissionDenied …) does that with its words.
 */
export function pythonStep(python: Python, { module, function: name, settings }: StepFunction): Step {
  return async (state, context) => {
    const { value } = await python
      .call({
        module,
        function: name,
        args: [told(state, context, settings)],
        through: 'netbox_steps.run_step',
        lookup: lookups(context.accounts),
      })
      .catch((error) => {
        throw refusal(error) ?? explainStep(error, state.response);
      });
    const { handed, effects } = value as { handed: Record<string, unknown>; effects: readonly Effect[] };
    const users = await applyEffects(effects, context);
    return merged(state, handed, users, context.accounts);
  };
}

function told(state: LoginState, { provider, settings }: LoginContext, own: Readonly<Record<string, unknown>>) {
  const { SECRET_KEY, API_TOKEN_PEPPERS, ...netbox } = settings.netbox;
  return {
    settings: { ...netbox, ...own },
    backend: { name: provider.name, id_key: provider.claims.uid, settings: provider.settings },
    state: {
      user: state.user,
      details: state.details,
      response: state.response,
      social: state.social,
      uid: state.uid,
      username: state.username,
      is_new: state.isNew,
      new_association: state.newAssociation,
      more: state.more,
    },
  };
}

const lookups =
  (accounts: Accounts): Lookup =>
  async (kind, query) => {
    const { user, id, username, email } = query as Record<string, string | undefined>;
    const found = (one: LoginUser | null) => (one ? [one] : []);
    if (kind === 'groups') return accounts.groups();
    if (kind === 'user_groups') return accounts.groupsOf({ id: user! });
    if (id !== undefined) return /^\d{1,18}$/.test(id) ? found(await accounts.userById(id)) : [];
    if (username !== undefined) return found(await accounts.userByName(username));
    return email === undefined ? [] : accounts.usersByEmail(email);
  };

async function merged(
  state: LoginState,
  handed: Record<string, unknown>,
  users: ReadonlyMap<string, LoginUser>,
  accounts: Accounts,
): Promise<Partial<LoginState>> {
  const { user: chosen, details, response, uid, username, is_new, new_association, ...more } = handed;
  const id = chosen === undefined ? state.user?.id : (chosen as string | null);
  const user =
    id == null ? null : (users.get(id) ?? (id === state.user?.id ? state.user : await accounts.userById(id)));
  return {
    user,
    ...(details === undefined ? {} : { details: details as LoginState['details'] }),
    ...(response === undefined ? {} : { response: response as LoginState['response'] }),
    ...(uid === undefined ? {} : { uid: uid === null ? null : String(uid) }),
    ...(username === undefined ? {} : { username: username === null ? null : String(username) }),
    ...(is_new === undefined ? {} : { isNew: Boolean(is_new) }),
    ...(new_association === undefined ? {} : { newAssociation: Boolean(new_association) }),
    more: { ...state.more, ...more },
  };
}

/** The classes of errors whose words are for whoever logs in. */
const refusing = ['SocialAuthBaseException', 'PermissionDenied'];

function refusal(error: unknown): LoginRefused | null {
  if (!(error instanceof PythonError) || !error.details.kinds?.some((kind) => refusing.includes(kind))) return null;
  return new LoginRefused(error.details.said || 'You may not log in here.');
}
