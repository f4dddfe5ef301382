import type { Settings } from '#base/settings.ts';

/**
 * The names of the groups that the claim's values mean. With SSO_GROUP_MAP a value means what it says there, with
 * SSO_GROUP_PREFIX one that begins so means itself; with both either suffices, with neither every value means itself.
 */
export function mappedGroups(
  values: readonly string[],
  { SSO_GROUP_MAP: map, SSO_GROUP_PREFIX: prefix }: Pick<Settings, 'SSO_GROUP_MAP' | 'SSO_GROUP_PREFIX'>,
): readonly string[] {
  const free = prefix === '' && Object.keys(map).length === 0;
  const names = values.flatMap((value) => {
    if (Object.hasOwn(map, value)) return map[value] as string | string[];
    return free || (prefix !== '' && value.startsWith(prefix)) ? value : [];
  });
  return [...new Set(names)];
}
