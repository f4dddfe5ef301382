import type { Provider } from 'oidc-provider';

interface Context {
  readonly route: string;
  readonly params: { readonly prompt?: string; readonly scope?: string };
  readonly result?: Readonly<Record<string, unknown>>;
}

/**
 * Lets clients ask for `offline_access` without `prompt=consent`, as they do at authentik; whether the user is asked
 * is the provider's setting. oidc-provider drops the scope unless consent is among the prompts (OpenID Connect 11), so
 * it is told that it were; whether a prompt is still due is answered from what the client really asked for.
 */
export function allowOfflineAccess(provider: Provider): void {
  Object.defineProperties((provider as unknown as { OIDCContext: { prototype: object } }).OIDCContext.prototype, {
    prompts: {
      get(this: Context) {
        const prompts = asked(this);
        const offline = this.params.scope?.split(' ').includes('offline_access');
        if (offline && !prompts.has('none')) prompts.add('consent');
        return prompts;
      },
    },
    promptPending: {
      value(this: Context, name: string) {
        if (!asked(this).has(name)) return false;
        return !(this.route.endsWith('resume') && name in (this.result ?? {}));
      },
    },
  });
}

const asked = ({ params }: Context): Set<string> => new Set(params.prompt ? params.prompt.split(' ') : []);
