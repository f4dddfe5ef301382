/** A dump or database that cannot be imported; nothing of it is left behind. */
export class ImportError extends Error {
  override name = 'ImportError';
}
