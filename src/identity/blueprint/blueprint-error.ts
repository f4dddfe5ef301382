/** A blueprint cannot be applied; the message says where in the file and why. */
export class BlueprintError extends Error {
  override name = 'BlueprintError';
}
