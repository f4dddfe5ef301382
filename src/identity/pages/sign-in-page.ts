import { html } from './html.ts';
import { alert, page } from './page.ts';

export interface SignInPage {
  readonly base: string;
  /** Where the forms go: this page's own address. */
  readonly action: string;
  /** What the user wants to get to, where that is known. */
  readonly application?: string | undefined;
  readonly username?: string | undefined;
  readonly wrong?: string | undefined;
}

/** The first step: a name and a password, or a passkey. */
export const signInPage = ({ base, action, application, username, wrong }: SignInPage): string =>
  page({
    title: application ? `Sign in to ${application}` : 'Sign in',
    base,
    script: 'passkey.js',
    body: html`${alert(wrong)}
<form method="post" action="${action}">
<label>Username or e-mail <input name="username" value="${username ?? ''}" required ${username ? '' : 'autofocus'}
  autocomplete="username webauthn" autocapitalize="none" spellcheck="false" maxlength="254"></label>
<label>Password <input name="password" type="password" required ${username ? 'autofocus' : ''}
  autocomplete="current-password" maxlength="4096"></label>
<button type="submit">Sign in</button>
</form>
<button type="button" class="quiet" data-passkey="${action}/passkey" hidden>Use a passkey</button>
<p class="alert" role="alert" data-passkey-wrong hidden></p>`,
  });

export interface SecondStepPage extends SignInPage {
  readonly codes: boolean;
  readonly passkeys: boolean;
}

/** The second step: a code, or a passkey. */
export const secondStepPage = ({ base, action, wrong, codes, passkeys }: SecondStepPage): string =>
  page({
    title: 'One more step',
    base,
    script: passkeys ? 'passkey.js' : undefined,
    body: html`${alert(wrong)}
<form method="post" action="${action}">
<label>${codes ? 'Code of your authenticator app' : 'Recovery code'} <small>${codes && 'or a recovery code'}</small>
<input class="code" name="code" required autofocus autocomplete="one-time-code" autocapitalize="none"
  spellcheck="false" maxlength="32"></label>
<button type="submit">Continue</button>
</form>
${
  passkeys &&
  html`<button type="button" class="quiet" data-passkey="${action}/passkey" hidden>Use a passkey</button>
<p class="alert" role="alert" data-passkey-wrong hidden></p>`
}
<form method="post" action="${action}"><button type="submit" class="quiet" name="restart" value="yes">Sign in as somebody else</button></form>`,
  });

export interface ConsentPage {
  readonly base: string;
  readonly action: string;
  readonly application: string;
  readonly username: string;
  /** What is asked for, in words. */
  readonly wishes: readonly string[];
}

/** Asks whether an application may have what it asks for. */
export const consentPage = ({ base, action, application, username, wishes }: ConsentPage): string =>
  page({
    title: `Let ${application} in?`,
    base,
    body: html`<p>${application} wants to know who you are (${username})${wishes.length > 0 && ', and:'}</p>
${wishes.length > 0 && html`<ul>${wishes.map((wish) => html`<li>${wish}</li>`)}</ul>`}
<form method="post" action="${action}">
<button type="submit" name="consent" value="yes" autofocus>Allow</button>
<button type="submit" class="quiet" name="consent" value="no">Refuse</button>
</form>`,
  });

export interface DeniedPage {
  readonly base: string;
  readonly action: string;
  readonly application: string;
  readonly username: string;
}

/** Says that an application is not for the user. */
export const deniedPage = ({ base, action, application, username }: DeniedPage): string =>
  page({
    title: 'This is not for you',
    base,
    body: html`<p role="alert">${username} may not use ${application}. Whoever administers it can let you in.</p>
<form method="post" action="${action}">
<button type="submit" name="denied" value="back">Back to ${application}</button>
</form>
<p><a class="button quiet" href="${base}/identity/">Your applications</a></p>`,
  });
