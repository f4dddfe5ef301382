import { html, type Markup } from './html.ts';
import { alert, page } from './page.ts';

export interface AccountPage {
  readonly base: string;
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
  const { base, username, name, wrong, done, totp, passkeys, recoveryCodes, consents } = parts;
  const act = (fields: Record<string, string>, label: string, quiet = true): Markup =>
    html`<form method="post" action="${base}/identity/">${Object.entries(fields).map(
      ([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`,
    )}<button type="submit" class="${quiet ? 'small quiet' : 'small'}">${label}</button></form>`;
  return page({
    title: name || username,
    base,
    wide: true,
    script: 'passkey.js',
    body: html`${alert(wrong)}${done && html`<p role="status">${done}</p>`}
<p class="dim">Signed in as ${username}.</p>
${act({ do: 'sign-out' }, 'Sign out')}
<h2>Applications</h2>
${applicationsOf(parts)}
<h2>Authenticator apps</h2>
<ul class="list">${totp.map((one) => html`<li>${one.name} ${act({ do: 'remove-totp', id: one.id }, 'Remove')}</li>`)}</ul>
<p><a class="button quiet" href="${base}/identity/totp">Add an authenticator app</a></p>
<h2>Passkeys</h2>
<ul class="list">${passkeys.map(
      (one) => html`<li>${one.name} ${act({ do: 'remove-passkey', id: one.id }, 'Remove')}</li>`,
    )}</ul>
<label>Name of a new passkey <input id="passkey-name" value="Passkey" maxlength="100"></label>
<button type="button" class="quiet" data-new-passkey="${base}/identity/passkeys" hidden>Add a passkey</button>
<p class="alert" role="alert" data-passkey-wrong hidden></p>
<h2>Recovery codes</h2>
<p class="dim">${recoveryCodes} are left. New ones take the place of the old.</p>
${act({ do: 'recovery-codes' }, 'Make new recovery codes')}
${
  consents.length > 0 &&
  html`<h2>Consents</h2>
<ul class="list">${consents.map(
    (one) => html`<li>${one.name} ${act({ do: 'remove-consent', id: one.provider_id }, 'Take back')}</li>`,
  )}</ul>`
}
<h2>Password</h2>
<form method="post" action="${base}/identity/">
<input type="hidden" name="do" value="password">
<label>Password now <input name="current" type="password" required autocomplete="current-password" maxlength="4096"></label>
<label>New password <input name="password" type="password" required autocomplete="new-password" minlength="8" maxlength="4096"></label>
<button type="submit">Change the password</button>
</form>`,
  });
};

function applicationsOf({ applications }: AccountPage): Markup {
  if (applications.length === 0) return html`<p class="dim">There are none for you yet.</p>`;
  return html`<ul class="list">${applications.map(
    ({ name, description, launch_url, section }) =>
      html`<li><span>${
        launch_url ? html`<a href="${launch_url}">${name}</a>` : name
      } <span class="dim">${[section, description].filter(Boolean).join(' · ')}</span></span></li>`,
  )}</ul>`;
}

export interface TotpPage {
  readonly base: string;
  readonly device: string;
  readonly secret: string;
  /** The picture that the app reads, as an address of its data. */
  readonly picture: string;
  readonly wrong?: string | undefined;
}

/** Shows the secret of a new authenticator app, and asks for its first code. */
export const totpPage = ({ base, device, secret, picture, wrong }: TotpPage): string =>
  page({
    title: 'Add an authenticator app',
    base,
    body: html`${alert(wrong)}
<p>Scan the picture with the app, or type the key into it:</p>
<img class="picture" alt="The key as a picture" src="${picture}">
<p><code>${secret.replace(/(.{4})/g, '$1 ').trim()}</code></p>
<form method="post" action="${base}/identity/totp">
<input type="hidden" name="device" value="${device}">
<label>Name <input name="name" value="Authenticator" required maxlength="100"></label>
<label>Code that the app shows <input class="code" name="code" required inputmode="numeric" autocomplete="one-time-code"
  maxlength="8"></label>
<button type="submit">Add it</button>
</form>
<p><a href="${base}/identity/">Back</a></p>`,
  });

/** Shows recovery codes, this once. */
export const recoveryCodesPage = (base: string, codes: readonly string[]): string =>
  page({
    title: 'Recovery codes',
    base,
    body: html`<p>Each of them lets you in once in place of a code or a passkey. They are shown only now: print them, or
keep them where you keep passwords.</p>
<ol class="codes">${codes.map((code) => html`<li>${code}</li>`)}</ol>
<p><a class="button" href="${base}/identity/">Done</a></p>`,
  });
