/** Somebody is turned away at a login; the message is for them to read. */
export class LoginRefused extends Error {
  override name = 'LoginRefused';
}
