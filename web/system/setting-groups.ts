import type { DynamicSetting } from '../../src/surfaces/settings/contract.ts';
import type { TextKey } from '../texts/text.ts';

const groups: readonly [label: TextKey, names: RegExp][] = [
  ['revisions.groupBanners', /^BANNER_|^MAINTENANCE_/],
  ['revisions.groupLists', /^PAGINATE_|^MAX_PAGE_|PREFERENCES$/],
  ['revisions.groupNetwork', /^ENFORCE_GLOBAL|^PREFER_IPV4/],
  ['revisions.groupRacks', /^RACK_/],
  ['revisions.groupPower', /^POWERFEED_/],
  ['revisions.groupRules', /VALIDATORS$|_RULES$|_SCHEMES$/],
  ['revisions.groupRecords', /^CHANGELOG_|^JOB_/],
];

/** Settings by what they are about; those that no group names come last. */
export function settingGroups(
  settings: readonly DynamicSetting[],
): { label: TextKey; members: readonly DynamicSetting[] }[] {
  const known = groups.map(([label, names]) => ({ label, members: settings.filter(({ name }) => names.test(name)) }));
  const rest = settings.filter(({ name }) => !groups.some(([, names]) => names.test(name)));
  return [...known, { label: 'revisions.groupOther' as const, members: rest }].filter(
    ({ members }) => members.length > 0,
  );
}
