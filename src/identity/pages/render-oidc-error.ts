import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import type { Texts } from '#identity/texts/en.ts';
import { html } from './html.ts';
import { lookOf } from './look-of.ts';
import { type Look, page } from './page.ts';

/** What an error means to whoever sees it in a browser; others are told by their description alone. */
const explanations: Readonly<Record<string, (texts: Texts) => string>> = {
  invalid_client: ({ unknownApplication }) => unknownApplication,
  invalid_redirect_uri: ({ unknownAddress }) => unknownAddress,
  server_error: ({ serverError }) => serverError,
};

/** The page of an error that cannot be told to the application. */
export function renderOidcError(ctx: KoaContextWithOIDC, out: ErrorOut, _error: Error): void {
  ctx.type = 'html';
  ctx.body = errorPage(lookOf(ctx), out);
}

/** A page that says what went wrong. */
export function errorPage(look: Look, { error, error_description }: ErrorOut): string {
  const explanation = explanations[error]?.(look.texts);
  return page({
    title: look.texts.didNotWork,
    look,
    body: html`<p role="alert">${explanation ?? error_description ?? error}</p>
<p class="dim">${error}${explanation && error_description ? `: ${error_description}` : ''}</p>
<p><a href="${look.base}/identity/">${look.texts.yourApplications}</a></p>`,
  });
}
