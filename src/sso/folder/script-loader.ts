import { LoginRefused } from '../pipeline/login-refused.ts';
import type { LoginUser } from '../pipeline/login-user.ts';
import type { LoginContext, LoginState, Step } from '../pipeline/step.ts';
import type { FolderLoader } from './folder-loader.ts';
import { answerCall } from './script/answer-call.ts';
import type { StepFacts } from './script/messages.ts';
import { ScriptProcess } from './script/script-process.ts';

/** `*.ts`, `*.js`, `*.mjs`: settings and steps of one's own, in a worker. */
export const scriptLoader: FolderLoader = {
  endings: ['.ts', '.js', '.mjs'],
  async load(files, environment) {
    const scripts = new ScriptProcess(files, environment);
    const loaded = await scripts.load();
    const known = new Map(loaded.map(({ stem, steps }) => [stem, new Set(steps)]));
    return {
      settings: loaded.map(({ name, settings }) => ({
        file: files.find((file) => file.name === name)!,
        values: settings,
      })),
      step: (stem, name) => (known.get(stem)?.has(name) ? stepOf(scripts, stem, name) : undefined),
      close: () => scripts.close(),
    };
  },
};

function stepOf(scripts: ScriptProcess, stem: string, name: string): Step {
  return async (state, context) => {
    let user = state.user;
    const outcome = await scripts.run({
      stem,
      name,
      facts: factsOf(state, context),
      milliseconds: context.settings.netbox.SSO_STEP_TIMEOUT * 1000,
      async answer(call) {
        const { value, changed } = await answerCall(call, { user, context });
        user = changed ?? user;
        return value;
      },
    });
    if ('message' in outcome) {
      if (outcome.refused) throw new LoginRefused(outcome.message);
      throw new Error(outcome.message);
    }
    return changesOf(outcome.result, state, user);
  };
}

function factsOf({ social, ...state }: LoginState, { provider }: LoginContext): StepFacts {
  const { name, label, settings } = provider;
  const { PIPELINE: _functions, SECRET: _secret, CLIENT_SECRET: _other, ...shown } = settings;
  return { ...state, user: state.user && { ...state.user }, backend: { name, label }, settings: shown };
}

/** A result's details go before those that there were; every other name is handed on as it is. */
function changesOf(
  result: Readonly<Record<string, unknown>> | null,
  state: LoginState,
  user: LoginUser | null,
): Partial<LoginState> {
  const { details, ...more } = result ?? {};
  return {
    user,
    ...(typeof details === 'object' && details !== null && { details: { ...state.details, ...details } }),
    ...(typeof more.username === 'string' && { username: more.username }),
    more: { ...state.more, ...more },
  };
}
