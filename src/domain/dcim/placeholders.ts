const moduleToken = '{module}';
const chassisToken = /\{vc_position(?::([^}]*))?\}/g;

/** Where a component is made: positions of the module bays down to its own, and the device's in its virtual chassis. */
export interface Surroundings {
  /** Positions from the root to the bay, tokens resolved; undefined for components of the device itself. */
  readonly positions: readonly string[] | undefined;
  /** The device's position in its virtual chassis; undefined where it is in none. */
  readonly chassisPosition: string | undefined;
}

/** Tokens of modules that don't fit the depth of the bay. */
export class PlaceholderMismatch extends Error {}

/**
 * A template's text with its tokens resolved: one `{module}` is the position of the module's bay, several are the
 * positions from the root down; `{vc_position}` and `{vc_position:X}` are the device's position in its virtual chassis,
 * or X, or 0. Throws PlaceholderMismatch where there are several `{module}`, but not as many as bays.
 */
export function resolvePlaceholders(text: string, { positions, chassisPosition }: Surroundings): string {
  const resolved = positions && text.includes(moduleToken) ? resolveModules(text, positions) : text;
  return resolved.replace(chassisToken, (_, otherwise: string | undefined) => chassisPosition ?? otherwise ?? '0');
}

function resolveModules(text: string, positions: readonly string[]): string {
  const parts = text.split(moduleToken);
  const tokens = parts.length - 1;
  if (tokens === 1) return parts.join(positions.at(-1));
  if (tokens === positions.length)
    return parts.map((part, index) => (index === 0 ? part : positions[index - 1] + part)).join('');
  throw new PlaceholderMismatch(
    `Cannot install module with placeholder values in a module bay tree ${positions.length} levels deep but ${tokens} placeholders given.`,
  );
}

/** Positions of bays from the root down, each token replaced by the position one level deeper. */
export function inheritPositions(stored: readonly string[]): readonly string[] {
  const resolved: string[] = [];
  for (const position of [...stored].reverse()) {
    const deeper = resolved[0];
    resolved.unshift(deeper === undefined ? position : position.replaceAll(moduleToken, () => deeper));
  }
  return resolved;
}

/** Whether a text has a token that a module's bay resolves. */
export const hasModuleToken = (text: string): boolean => text.includes(moduleToken);
