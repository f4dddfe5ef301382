import { html, type Markup } from './html.ts';
import { alert, type Look, page } from './page.ts';

export interface SignInPage {
  readonly look: Look;
  /** Where the forms go: this page's own address. */
  readonly action: string;
  /** What the user wants to get to, where that is known. */
  readonly application?: string | undefined;
  readonly username?: string | undefined;
  readonly wrong?: string | undefined;
}

/** The first step: a name and a password, or a passkey. */
export const signInPage = ({ look, action, application, username, wrong }: SignInPage): string =>
  page({
    title: application ? look.texts.signInTo(application) : look.texts.signIn,
    look,
    script: 'passkey.js',
    body: html`${alert(wrong)}
<form method="post" action="${action}">
<label>${look.texts.username} <input name="username" value="${username ?? ''}" required ${username ? '' : 'autofocus'}
  autocomplete="username webauthn" autocapitalize="none" spellcheck="false" maxlength="254"></label>
<label>${look.texts.password} <input name="password" type="password" required ${username ? 'autofocus' : ''}
  autocomplete="current-password" maxlength="4096"></label>
<button type="submit">${look.texts.signIn}</button>
</form>
${passkeyButton(look, action)}`,
  });

export interface SecondStepPage extends SignInPage {
  readonly codes: boolean;
  readonly passkeys: boolean;
}

/** The second step: a code, or a passkey. */
export const secondStepPage = ({ look, action, wrong, codes, passkeys }: SecondStepPage): string =>
  page({
    title: look.texts.oneMoreStep,
    look,
    script: passkeys ? 'passkey.js' : undefined,
    body: html`${alert(wrong)}
<form method="post" action="${action}">
<label>${codes ? look.texts.authenticatorCode : look.texts.recoveryCode} <small>${codes && look.texts.orRecoveryCode}</small>
<input class="code" name="code" required autofocus autocomplete="one-time-code" autocapitalize="none"
  spellcheck="false" maxlength="32"></label>
<button type="submit">${look.texts.goOn}</button>
</form>
${passkeys && passkeyButton(look, action)}
<form method="post" action="${action}"><button type="submit" class="quiet" name="restart" value="yes">${look.texts.somebodyElse}</button></form>`,
  });

export interface ConsentPage {
  readonly look: Look;
  readonly action: string;
  readonly application: string;
  readonly username: string;
  /** What is asked for, in words. */
  readonly wishes: readonly string[];
}

/** Asks whether an application may have what it asks for. */
export const consentPage = ({ look, action, application, username, wishes }: ConsentPage): string =>
  page({
    title: look.texts.letApplicationIn(application),
    look,
    body: html`<p>${look.texts.wantsToKnow(application, username)}${wishes.length > 0 && look.texts.andMore}</p>
${wishes.length > 0 && html`<ul>${wishes.map((wish) => html`<li>${wish}</li>`)}</ul>`}
<form method="post" action="${action}">
<button type="submit" name="consent" value="yes" autofocus>${look.texts.allow}</button>
<button type="submit" class="quiet" name="consent" value="no">${look.texts.refuse}</button>
</form>`,
  });

export interface DeniedPage {
  readonly look: Look;
  readonly action: string;
  readonly application: string;
  readonly username: string;
}

/** Says that an application is not for the user. */
export const deniedPage = ({ look, action, application, username }: DeniedPage): string =>
  page({
    title: look.texts.notForYou,
    look,
    body: html`<p role="alert">${look.texts.mayNotUse(application, username)}</p>
<form method="post" action="${action}">
<button type="submit" name="denied" value="back">${look.texts.backTo(application)}</button>
</form>
<p><a class="button quiet" href="${look.base}/identity/">${look.texts.yourApplications}</a></p>`,
  });

/** Hidden until the script finds that the browser knows passkeys. */
function passkeyButton({ texts }: Look, action: string): Markup {
  return html`<button type="button" class="quiet" data-passkey="${action}/passkey" data-unused="${texts.passkeyUnused}" hidden>${texts.usePasskey}</button>
<p class="alert" role="alert" data-passkey-wrong hidden></p>`;
}
