import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { baseOf } from './base-of.ts';
import { html } from './html.ts';
import { page } from './page.ts';

/** What an error means to whoever sees it in a browser; others are told by their description alone. */
const explanations: Readonly<Record<string, string>> = {
  invalid_client: 'The application is not known here.',
  invalid_redirect_uri: 'The application asked to be answered at an address that is not registered for it.',
  server_error: 'Something went wrong here. It has been written into the log.',
};

/** The page of an error that cannot be told to the application. */
export function renderOidcError(ctx: KoaContextWithOIDC, out: ErrorOut, _error: Error): void {
  ctx.type = 'html';
  ctx.body = errorPage(baseOf(ctx), out);
}

/** A page that says what went wrong. */
export function errorPage(base: string, { error, error_description }: ErrorOut): string {
  return page({
    title: 'That did not work',
    base,
    body: html`<p role="alert">${explanations[error] ?? error_description ?? error}</p>
<p class="dim">${error}${explanations[error] && error_description ? `: ${error_description}` : ''}</p>
<p><a href="${base}/identity/">Your applications</a></p>`,
  });
}
