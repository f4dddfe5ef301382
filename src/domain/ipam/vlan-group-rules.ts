import type { ModelRules } from '#operations/write/rules.ts';
import { vlanIds, vlanRanges } from './vlan-ids.ts';

/** Groups of VLANs: ranges of ids that don't overlap, and how many ids these are. */
export const vlanGroupRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts) {
      const problem = rangesProblem(draft.get('vid_ranges')!);
      if (problem) draft.errors.add('vid_ranges', problem);
    }
  },

  derive(drafts) {
    for (const draft of drafts) {
      const ranges = vlanRanges(draft.get('vid_ranges')!);
      draft.set('total_vlan_ids', String(ranges.reduce((total, { first, last }) => total + last - first + 1, 0)));
    }
  },
};

function rangesProblem(text: string): string | undefined {
  const ranges = vlanRanges(text);
  if (ranges.length === 0) return 'This field cannot be blank.';
  for (const { first, last } of ranges) {
    if (first < vlanIds.first) return `Starting VLAN ID in range (${first}) cannot be less than ${vlanIds.first}`;
    if (last > vlanIds.last) return `Ending VLAN ID in range (${last}) cannot exceed ${vlanIds.last}`;
    if (first > last)
      return `Ending VLAN ID in range must be greater than or equal to the starting VLAN ID (${first}-${last})`;
  }
  const sorted = ranges.sort((one, other) => one.first - other.first);
  return sorted.some(({ first }, index) => index > 0 && sorted[index - 1]!.last >= first)
    ? 'Ranges cannot overlap.'
    : undefined;
}
