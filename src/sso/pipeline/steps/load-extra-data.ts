import type { LoginContext, LoginState, Step } from '../step.ts';

/** What NetBox keeps of a login at an OpenID Connect provider: names in the answer, or pairs of it and ours. */
const usual = ['id_token', 'refresh_token', ['sub', 'id']] as const;

/** social_core.pipeline.social_auth.load_extra_data: keeps what EXTRA_DATA names, and the tokens, with the link. */
export const loadExtraData: Step = async (state, context) => {
  const { accounts, provider } = context;
  const social = state.social ?? (state.uid === null ? null : await accounts.link(provider.name, state.uid));
  return social ? { social: await accounts.keepExtraData(social, extraData(state, context)) } : undefined;
};

function extraData({ response, details }: LoginState, { provider }: LoginContext): Record<string, unknown> {
  const { EXTRA_DATA: more, GET_ALL_EXTRA_DATA: all } = provider.settings;
  const entries: readonly unknown[] =
    all === true
      ? Object.keys(response)
      : [...(provider.protocol === 'openid' ? usual : ['id', 'expires']), ...(Array.isArray(more) ? more : [])];
  const data: Record<string, unknown> = { auth_time: Math.floor(Date.now() / 1000) };
  for (const entry of entries) {
    const [name, alias = name, discard] = [entry].flat() as [unknown, unknown?, unknown?];
    if (typeof name !== 'string' || typeof alias !== 'string') continue;
    const value = response[name] ?? details[name] ?? details[alias] ?? null;
    if (discard !== true || value) data[alias] = value;
  }
  return { ...data, access_token: response.access_token ?? null, token_type: response.token_type ?? null };
}
