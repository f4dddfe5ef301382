import type { Client, ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import type { Texts } from '#identity/texts/en.ts';
import { html } from './html.ts';
import { lookOf } from './look-of.ts';
import { alert, type Look, page } from './page.ts';

type Failure = (Error & { userCode?: string }) | undefined;

/** The pages on which somebody lets a device in that shows a code. */
export const devicePages = {
  userCodeInputSource(ctx: KoaContextWithOIDC, _form: string, _out?: ErrorOut, failure?: Failure): void {
    ctx.type = 'html';
    const look = lookOf(ctx);
    ctx.body = deviceCodePage(look, failure ? whatFailed(failure, look.texts) : undefined);
  },
  userCodeConfirmSource(
    ctx: KoaContextWithOIDC,
    _form: string,
    client: Client,
    _device: unknown,
    userCode: string,
  ): void {
    const look = lookOf(ctx);
    const { texts } = look;
    ctx.type = 'html';
    ctx.body = page({
      title: texts.letDeviceIn,
      look,
      body: html`<p>${texts.deviceWants(client.clientName ?? client.clientId)}</p>
<p><code>${userCode}</code></p>
<p class="dim">${texts.deviceWarning}</p>
<form method="post" action="${ctx.oidc.urlFor('code_verification')}">
<input type="hidden" name="xsrf" value="${secretOf(ctx)}">
<input type="hidden" name="user_code" value="${userCode}">
<input type="hidden" name="confirm" value="yes">
<button type="submit">${texts.letItIn}</button>
<button type="submit" class="quiet" name="abort" value="yes">${texts.refuse}</button>
</form>`,
    });
  },
  successSource(ctx: KoaContextWithOIDC): void {
    const look = lookOf(ctx);
    ctx.type = 'html';
    ctx.body = page({
      title: look.texts.deviceIsIn,
      look,
      body: html`<p>${look.texts.deviceGoesOn(ctx.oidc.client?.clientName ?? '')}</p>`,
    });
  },
};

/** The page that asks for the code. It asks by GET: what is found for the code decides who answers next. */
export const deviceCodePage = (look: Look, wrong?: string): string =>
  page({
    title: look.texts.enterCode,
    look,
    body: html`${alert(wrong)}<p>${look.texts.deviceShows}</p>
<form method="get" action="${look.base}/device">
<label>${look.texts.deviceCode} <input class="code" name="user_code" required autofocus autocomplete="off" autocapitalize="characters"
  spellcheck="false" maxlength="20"></label>
<button type="submit">${look.texts.goOn}</button>
</form>`,
  });

function whatFailed({ name, message }: NonNullable<Failure>, texts: Texts): string {
  switch (name) {
    case 'AbortedError':
      return texts.deviceRefused;
    case 'ExpiredError':
      return texts.codeExpired;
    case 'AlreadyUsedError':
      return texts.codeUsed;
    case 'NotFoundError':
    case 'NoCodeError':
      return texts.noSuchCode;
    default:
      return message;
  }
}

const secretOf = (ctx: KoaContextWithOIDC): string => String(ctx.oidc.session?.state?.secret ?? '');
