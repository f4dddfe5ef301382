/** A file of the configuration folder can't be used; the message is for the administrator. */
export class ConfigurationFolderError extends Error {
  override name = 'ConfigurationFolderError';
  constructor(file: string, line: number | null, reason: string) {
    super(`${file}${line === null ? '' : `:${line}`}: ${reason}`);
  }
}
