import type { LoadedScript } from './messages.ts';

/** A function of a script, as it is called. */
export type ScriptStep = (input: unknown) => unknown;

export interface ScriptExports extends Omit<LoadedScript, 'name' | 'stem'> {
  readonly functions: ReadonlyMap<string, ScriptStep>;
}

/**
 * What a module gives: settings by their names, from its default export or one by one; functions as steps. A function
 * within a setting is called by the setting's name and its place: `patchbay.config.SOCIAL_AUTH_PIPELINE[3]`.
 */
export function readExports(stem: string, exported: Readonly<Record<string, unknown>>): ScriptExports {
  const { default: whole, ...single } = exported;
  const functions = new Map<string, ScriptStep>();
  const settings: Record<string, unknown> = {};
  const given = {
    ...(typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>) : {}),
    ...single,
  };
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') functions.set(name, value as ScriptStep);
    else if (/^[A-Z][A-Z0-9_]*$/.test(name)) settings[name] = plain(value, name);
  }
  if (typeof whole === 'function') functions.set('default', whole as ScriptStep);
  return { settings, steps: [...functions.keys()], functions };

  function plain(value: unknown, path: string): unknown {
    if (typeof value === 'function') {
      const name = path.replaceAll('.', ' ');
      functions.set(name, value as ScriptStep);
      return `${stem}.${name}`;
    }
    if (Array.isArray(value)) return value.map((item, n) => plain(item, `${path}[${n}]`));
    if (value instanceof Set) return [...value].map((item, n) => plain(item, `${path}[${n}]`));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, `${path}.${key}`)]));
    return value;
  }
}
