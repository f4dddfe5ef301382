import type { Texts } from '#identity/texts/en.ts';
import { html, type Markup } from './html.ts';

/** What is the same for all pages that a reader sees. */
export interface Look {
  /** Prefix of every path. */
  readonly base: string;
  /** In the reader's language. */
  readonly texts: Texts;
}

export interface PageParts {
  readonly look: Look;
  readonly title: string;
  readonly body: Markup;
  /** A script of ours that the page needs. */
  readonly script?: 'passkey.js' | 'submit.js' | undefined;
  /** Whether the page holds lists and needs more room than a form. */
  readonly wide?: boolean;
}

/** A whole page: nothing but our own style and scripts, readable on a phone, light or dark as the system is. */
export function page({ look: { base, texts }, title, body, script, wide = false }: PageParts): string {
  return html`<!doctype html>
<html lang="${texts.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · Patchbay</title>
<link rel="stylesheet" href="${base}/identity/style.css">
<link rel="icon" href="data:,">
${script && html`<script src="${base}/identity/${script}" defer></script>`}
</head>
<body>
<main class="${wide ? 'wide' : 'narrow'}">
<p class="brand">Patchbay</p>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text;
}

/** A line that says what went wrong, where something did; a screen reader reads it at once. */
export const alert = (text: string | undefined): Markup | false =>
  text !== undefined && html`<p class="alert" role="alert">${text}</p>`;

/** The header that keeps a page to our own style and scripts, whatever finds its way into it. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/**
 * Headers of every page. `form-action` is left out where a form's answer sends the browser on to an application: a
 * browser holds it against the whole chain of redirects, whose end only the application knows.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};
