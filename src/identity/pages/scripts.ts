/** Sends the page's first form, for pages that only pass something on. */
const submit = `document.querySelector('form').submit();`;

/**
 * The browser's half of passkeys: a button with data-passkey asks there for a challenge, has it signed and sends the
 * signature; one with data-new-passkey has a passkey made.
 */
const passkey = `
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
const wrong = (message) => {
  const line = document.querySelector('[data-passkey-wrong]');
  line.textContent = message;
  line.hidden = false;
};
async function post(address, body) {
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.detail ?? 'That did not work.');
  return told;
}
const descriptors = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));
async function use(address) {
  const asked = await post(address + '/options', {});
  const credential = await navigator.credentials.get({ publicKey: { ...asked, challenge: bytes(asked.challenge),
    allowCredentials: descriptors(asked.allowCredentials) } });
  const { response } = credential;
  const told = await post(address, { id: credential.id, rawId: text(credential.rawId), type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(), response: {
      clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData),
      signature: text(response.signature), userHandle: response.userHandle ? text(response.userHandle) : undefined } });
  location.assign(told.location);
}
async function make(address, name) {
  const asked = await post(address + '/options', {});
  const credential = await navigator.credentials.create({ publicKey: { ...asked, challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) }, excludeCredentials: descriptors(asked.excludeCredentials) } });
  const { response } = credential;
  const told = await post(address, { name, credential: { id: credential.id, rawId: text(credential.rawId),
    type: credential.type, clientExtensionResults: credential.getClientExtensionResults(), response: {
      clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject),
      transports: response.getTransports ? response.getTransports() : [] } } });
  location.assign(told.location);
}
if (window.PublicKeyCredential)
  for (const button of document.querySelectorAll('[data-passkey], [data-new-passkey]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        if (button.dataset.passkey) await use(button.dataset.passkey);
        else await make(button.dataset.newPasskey, document.querySelector('#passkey-name').value);
      } catch (error) {
        wrong(error.name === 'NotAllowedError' ? button.dataset.unused : error.message);
      } finally {
        button.disabled = false;
      }
    });
  }
`;

/** The scripts of the sign-in pages, by their names. */
export const scripts = { 'submit.js': submit, 'passkey.js': passkey } as const;
