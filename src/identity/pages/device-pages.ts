import type { Client, ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { baseOf } from './base-of.ts';
import { html } from './html.ts';
import { alert, page } from './page.ts';

type Failure = (Error & { userCode?: string }) | undefined;

/** The pages on which somebody lets a device in that shows a code. */
export const devicePages = {
  userCodeInputSource(ctx: KoaContextWithOIDC, _form: string, _out?: ErrorOut, failure?: Failure): void {
    ctx.type = 'html';
    ctx.body = deviceCodePage(baseOf(ctx), failure ? whatFailed(failure) : undefined);
  },
  userCodeConfirmSource(
    ctx: KoaContextWithOIDC,
    _form: string,
    client: Client,
    _device: unknown,
    userCode: string,
  ): void {
    ctx.type = 'html';
    ctx.body = page({
      title: 'Let a device in?',
      base: baseOf(ctx),
      body: html`<p>A device wants to use <strong>${client.clientName}</strong> in your name. It must show this code:</p>
<p><code>${userCode}</code></p>
<p class="dim">If you did not begin this yourself, or the device shows another code, do not go on.</p>
<form method="post" action="${ctx.oidc.urlFor('code_verification')}">
<input type="hidden" name="xsrf" value="${secretOf(ctx)}">
<input type="hidden" name="user_code" value="${userCode}">
<input type="hidden" name="confirm" value="yes">
<button type="submit">Let it in</button>
<button type="submit" class="quiet" name="abort" value="yes">Refuse</button>
</form>`,
    });
  },
  successSource(ctx: KoaContextWithOIDC): void {
    ctx.type = 'html';
    ctx.body = page({
      title: 'The device is in',
      base: baseOf(ctx),
      body: html`<p>${ctx.oidc.client?.clientName} goes on by itself. You can close this page.</p>`,
    });
  },
};

/** The page that asks for the code. It asks by GET: what is found for the code decides who answers next. */
export const deviceCodePage = (base: string, wrong?: string): string =>
  page({
    title: 'Enter the code',
    base,
    body: html`${alert(wrong)}<p>Your device shows a code of eight letters.</p>
<form method="get" action="${base}/device">
<label>Code <input class="code" name="user_code" required autofocus autocomplete="off" autocapitalize="characters"
  spellcheck="false" maxlength="20"></label>
<button type="submit">Continue</button>
</form>`,
  });

function whatFailed({ name, message }: NonNullable<Failure>): string {
  switch (name) {
    case 'AbortedError':
      return 'The device was refused.';
    case 'ExpiredError':
      return 'The code has expired. Begin again on the device.';
    case 'AlreadyUsedError':
      return 'The code has been used already. Begin again on the device.';
    case 'NotFoundError':
    case 'NoCodeError':
      return 'There is no such code.';
    default:
      return message;
  }
}

const secretOf = (ctx: KoaContextWithOIDC): string => String(ctx.oidc.session?.state?.secret ?? '');
