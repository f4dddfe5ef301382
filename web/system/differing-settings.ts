import type { ConfigRevision } from '../../src/operations/settings/contract.ts';
import type { DynamicSetting } from '../../src/surfaces/settings/contract.ts';

export interface Difference {
  readonly name: string;
  readonly left: unknown;
  readonly right: unknown;
}

/** What the settings that a revision leaves out are: their defaults. */
export function valuesOf(
  settings: readonly DynamicSetting[],
  { data }: Pick<ConfigRevision, 'data'>,
): Map<string, unknown> {
  const names = new Set([...settings.map(({ name }) => name), ...Object.keys(data)]);
  return new Map(
    [...names].map((name) => [name, name in data ? data[name] : settings.find((one) => one.name === name)?.default]),
  );
}

/** The settings that have other values on the one side than on the other, by name. */
export function differingSettings(
  left: ReadonlyMap<string, unknown>,
  right: ReadonlyMap<string, unknown>,
): Difference[] {
  const text = (value: unknown) => JSON.stringify(value) ?? 'null';
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((name) => text(left.get(name)) !== text(right.get(name)))
    .sort()
    .map((name) => ({ name, left: left.get(name), right: right.get(name) }));
}
