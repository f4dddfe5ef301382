import { html, type Markup } from './html.ts';
import { alert, type Look, page } from './page.ts';

export interface AccountPage {
  readonly look: Look;
  readonly username: string;
  readonly name: string;
  readonly applications: readonly {
    readonly name: string;
    readonly description: string;
    readonly launch_url: string;
    readonly section: string;
  }[];
  readonly totp: readonly { readonly id: string; readonly name: string }[];
  readonly passkeys: readonly { readonly id: string; readonly name: string }[];
  readonly recoveryCodes: number;
  readonly consents: readonly { readonly provider_id: string; readonly name: string }[];
  readonly wrong?: string | undefined;
  readonly done?: string | undefined;
}

/** What a user sees of themselves: applications, and what they sign in with. */
export const accountPage = (parts: AccountPage): string => {
  const { look, username, name, wrong, done, totp, passkeys, recoveryCodes, consents } = parts;
  const { base, texts } = look;
  const act = (fields: Record<string, string>, label: string, quiet = true): Markup =>
    html`<form method="post" action="${base}/identity/">${Object.entries(fields).map(
      ([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`,
    )}<button type="submit" class="${quiet ? 'small quiet' : 'small'}">${label}</button></form>`;
  return page({
    title: name || username,
    look,
    wide: true,
    script: 'passkey.js',
    body: html`${alert(wrong)}${done && html`<p role="status">${done}</p>`}
<p class="dim">${texts.signedInAs(username)}</p>
${act({ do: 'sign-out' }, texts.signOut)}
<h2>${texts.applications}</h2>
${applicationsOf(parts)}
<h2>${texts.authenticatorApps}</h2>
<ul class="list">${totp.map((one) => html`<li>${one.name} ${act({ do: 'remove-totp', id: one.id }, texts.remove)}</li>`)}</ul>
<p><a class="button quiet" href="${base}/identity/totp">${texts.addAuthenticator}</a></p>
<h2>${texts.passkeys}</h2>
<ul class="list">${passkeys.map(
      (one) => html`<li>${one.name} ${act({ do: 'remove-passkey', id: one.id }, texts.remove)}</li>`,
    )}</ul>
<label>${texts.passkeyName} <input id="passkey-name" value="${texts.passkey}" maxlength="100"></label>
<button type="button" class="quiet" data-new-passkey="${base}/identity/passkeys" data-unused="${texts.passkeyUnused}" hidden>${texts.addPasskey}</button>
<p class="alert" role="alert" data-passkey-wrong hidden></p>
<h2>${texts.recoveryCodes}</h2>
<p class="dim">${texts.recoveryCodesLeft(recoveryCodes)}</p>
${act({ do: 'recovery-codes' }, texts.makeRecoveryCodes)}
${
  consents.length > 0 &&
  html`<h2>${texts.consents}</h2>
<ul class="list">${consents.map(
    (one) => html`<li>${one.name} ${act({ do: 'remove-consent', id: one.provider_id }, texts.takeBack)}</li>`,
  )}</ul>`
}
<h2>${texts.password}</h2>
<form method="post" action="${base}/identity/">
<input type="hidden" name="do" value="password">
<label>${texts.passwordNow} <input name="current" type="password" required autocomplete="current-password" maxlength="4096"></label>
<label>${texts.newPassword} <input name="password" type="password" required autocomplete="new-password" minlength="8" maxlength="4096"></label>
<button type="submit">${texts.changePassword}</button>
</form>`,
  });
};

function applicationsOf({ applications, look: { texts } }: AccountPage): Markup {
  if (applications.length === 0) return html`<p class="dim">${texts.noApplications}</p>`;
  return html`<ul class="list">${applications.map(
    ({ name, description, launch_url, section }) =>
      html`<li><span>${
        launch_url ? html`<a href="${launch_url}">${name}</a>` : name
      } <span class="dim">${[section, description].filter(Boolean).join(' · ')}</span></span></li>`,
  )}</ul>`;
}

export interface TotpPage {
  readonly look: Look;
  readonly device: string;
  readonly secret: string;
  /** The picture that the app reads, as an address of its data. */
  readonly picture: string;
  readonly wrong?: string | undefined;
}

/** Shows the secret of a new authenticator app, and asks for its first code. */
export const totpPage = ({ look, device, secret, picture, wrong }: TotpPage): string =>
  page({
    title: look.texts.addAuthenticator,
    look,
    body: html`${alert(wrong)}
<p>${look.texts.scanPicture}</p>
<img class="picture" alt="${look.texts.keyAsPicture}" src="${picture}">
<p><code>${secret.replace(/(.{4})/g, '$1 ').trim()}</code></p>
<form method="post" action="${look.base}/identity/totp">
<input type="hidden" name="device" value="${device}">
<label>${look.texts.name} <input name="name" value="${look.texts.authenticator}" required maxlength="100"></label>
<label>${look.texts.shownCode} <input class="code" name="code" required inputmode="numeric" autocomplete="one-time-code"
  maxlength="8"></label>
<button type="submit">${look.texts.addIt}</button>
</form>
<p><a href="${look.base}/identity/">${look.texts.back}</a></p>`,
  });

/** Shows recovery codes, this once. */
export const recoveryCodesPage = (look: Look, codes: readonly string[]): string =>
  page({
    title: look.texts.recoveryCodes,
    look,
    body: html`<p>${look.texts.recoveryAdvice}</p>
<ol class="codes">${codes.map((code) => html`<li>${code}</li>`)}</ol>
<p><a class="button" href="${look.base}/identity/">${look.texts.done}</a></p>`,
  });
