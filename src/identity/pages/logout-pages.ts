import type { KoaContextWithOIDC } from 'oidc-provider';
import type { ProviderRow } from '#identity/rows/provider-row.ts';
import { html } from './html.ts';
import { lookOf } from './look-of.ts';
import { page } from './page.ts';

type Subject = (ctx: unknown, accountId: string) => Promise<string>;

/** The pages of a logout that an application asked for. */
export function logoutPages(row: ProviderRow, subject: Subject) {
  return {
    async logoutSource(ctx: KoaContextWithOIDC): Promise<void> {
      const sure = await isSure(ctx, subject);
      const { session } = ctx.oidc;
      const look = lookOf(ctx);
      const { texts } = look;
      ctx.type = 'html';
      ctx.body = page({
        title: sure ? texts.signingOut : texts.signOutEverywhere,
        look,
        // A valid id_token of this very session is the user's own wish, told by the application.
        script: sure ? 'submit.js' : undefined,
        body: html`<p>${texts.sessionGoesOn(row.application.name)}</p>
<form method="post" action="${ctx.oidc.urlFor('end_session_confirm')}">
<input type="hidden" name="xsrf" value="${String(session?.state?.secret ?? '')}">
${sure && html`<input type="hidden" name="logout" value="yes">`}
<button type="submit" name="logout" value="yes" autofocus>${texts.signOut}</button>
${!sure && html`<button type="submit" class="quiet">${texts.staySignedIn}</button>`}
</form>`,
      });
    },
    postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
      const stayed = ctx.oidc.client !== undefined;
      const look = lookOf(ctx);
      const { texts } = look;
      ctx.type = 'html';
      ctx.body = page({
        title: stayed ? texts.haveLeft(row.application.name) : texts.signedOut,
        look,
        body: html`${row.application.launch_url && html`<p><a class="button" href="${row.application.launch_url}">${texts.backTo(row.application.name)}</a></p>`}
<p><a class="button quiet" href="${look.base}/identity/">${texts.yourApplications}</a></p>`,
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
