import type { ContentTypes } from '#operations/read/content-types.ts';
import type { Row } from '#operations/read/row.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { vlanRanges } from './vlan-ids.ts';

/** VLANs: inside their group's scope and ids; a customer's VLAN inside a provider's (IEEE 802.1ad). */
export const vlanRules: ModelRules = {
  async validate(drafts, context) {
    const groups = await relatedRows(drafts, context, {
      relation: 'group',
      select: 't.scope_type_id, t.scope_id, t.vid_ranges, t.name',
    });
    const sites = await relatedRows(drafts, context, { relation: 'site', select: 't.group_id' });
    for (const draft of drafts) {
      const group = groups.get(draft.get('group') ?? '');
      const siteGroup = sites.get(draft.get('site') ?? '')?.[0] ?? null;
      const problem =
        (group && (scopeProblem(draft, group, siteGroup, context.contentTypes) ?? idProblem(draft, group))) ??
        qinqProblem(draft);
      if (problem) draft.errors.add(...problem);
    }
  },
};

type Problem = readonly [field: string, message: string] | undefined;

function scopeProblem(draft: Draft, group: Row, siteGroup: string | null, types: ContentTypes): Problem {
  const [scopeType, scope, , name] = group;
  const site = draft.get('site');
  if (site === null || scopeType === null) return undefined;
  if (scopeType === types.id('dcim.site') && site !== scope)
    return [wholeObject, `VLAN is assigned to group ${name} of another site; cannot also assign to this site.`];
  if (scopeType === types.id('dcim.sitegroup') && siteGroup !== scope)
    return [wholeObject, `The assigned site is not a member of the assigned group ${name}'s site group.`];
  return undefined;
}

function idProblem(draft: Draft, [, , ranges, name]: Row): Problem {
  const id = draft.number('vid')!;
  return vlanRanges(ranges!).some(({ first, last }) => first <= id && id <= last)
    ? undefined
    : ['vid', `VID must be in the ranges of VLANs in group ${name}`];
}

function qinqProblem(draft: Draft): Problem {
  const isCustomer = draft.get('qinq_role') === 'cvlan';
  if (draft.get('qinq_svlan') !== null && !isCustomer)
    return ['qinq_svlan', 'Only Q-in-Q customer VLANs maybe assigned to a service VLAN.'];
  if (isCustomer && draft.get('qinq_svlan') === null)
    return ['qinq_role', 'A Q-in-Q customer VLAN must be assigned to a service VLAN.'];
  return undefined;
}
