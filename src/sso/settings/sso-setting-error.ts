/** A setting of single sign-on has a value that it cannot have; the message names both. */
export class SsoSettingError extends Error {
  override name = 'SsoSettingError';
}
