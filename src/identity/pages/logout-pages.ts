import type { KoaContextWithOIDC } from 'oidc-provider';
import type { ProviderRow } from '#identity/rows/provider-row.ts';
import { baseOf } from './base-of.ts';
import { html } from './html.ts';
import { page } from './page.ts';

type Subject = (ctx: unknown, accountId: string) => Promise<string>;

/** The pages of a logout that an application asked for. */
export function logoutPages(row: ProviderRow, subject: Subject) {
  return {
    async logoutSource(ctx: KoaContextWithOIDC): Promise<void> {
      const sure = await isSure(ctx, subject);
      const { session } = ctx.oidc;
      ctx.type = 'html';
      ctx.body = page({
        title: sure ? 'Signing out …' : 'Sign out everywhere?',
        base: baseOf(ctx),
        // A valid id_token of this very session is the user's own wish, told by the application.
        script: sure ? 'submit.js' : undefined,
        body: html`<p>You have left ${row.application.name}. Your session here may still let you into other
applications without a password.</p>
<form method="post" action="${ctx.oidc.urlFor('end_session_confirm')}">
<input type="hidden" name="xsrf" value="${String(session?.state?.secret ?? '')}">
${sure && html`<input type="hidden" name="logout" value="yes">`}
<button type="submit" name="logout" value="yes" autofocus>Sign out</button>
${!sure && html`<button type="submit" class="quiet">Stay signed in</button>`}
</form>`,
      });
    },
    postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
      const stayed = ctx.oidc.client !== undefined;
      ctx.type = 'html';
      ctx.body = page({
        title: stayed ? `You have left ${row.application.name}` : 'You are signed out',
        base: baseOf(ctx),
        body: html`${row.application.launch_url && html`<p><a class="button" href="${row.application.launch_url}">Back to ${row.application.name}</a></p>`}
<p><a class="button quiet" href="${baseOf(ctx)}/identity/">Your applications</a></p>`,
      });
    },
  };
}

/** Whether the request came with an id_token of the user who is signed in. */
async function isSure(ctx: KoaContextWithOIDC, subject: Subject): Promise<boolean> {
  const hint = (ctx.oidc.entities as { IdTokenHint?: { payload: { sub?: string } } }).IdTokenHint;
  const account = ctx.oidc.session?.accountId;
  return hint !== undefined && account !== undefined && hint.payload.sub === (await subject(ctx, account));
}
