import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';

/** Interfaces of virtual machines: parents, bridges and VLANs are of the same machine and its site. */
export const vmInterfaceRules: ModelRules = {
  async validate(drafts, context) {
    const [parents, bridges] = await Promise.all(
      ['parent', 'bridge'].map((relation) =>
        relatedRows(drafts, context, { relation, select: 't.virtual_machine_id' }),
      ),
    );
    const machines = await relatedRows(drafts, context, { relation: 'virtual_machine', select: 't.site_id' });
    const vlans = await relatedRows(drafts, context, { relation: 'untagged_vlan', select: 't.site_id' });
    for (const draft of drafts) {
      const problem =
        ownProblem(draft, 'parent', parents!) ??
        ownProblem(draft, 'bridge', bridges!) ??
        vlanProblem(draft, vlans, machines.get(draft.get('virtual_machine')!)?.[0] ?? null);
      if (problem) draft.errors.add(...problem);
    }
  },
};

type Rows = Awaited<ReturnType<typeof relatedRows>>;
type Problem = readonly [field: string, message: string] | undefined;

function ownProblem(draft: Draft, field: 'parent' | 'bridge', others: Rows): Problem {
  const other = draft.get(field);
  if (other === null) return undefined;
  if (other === draft.key)
    return [
      field,
      field === 'parent' ? 'An interface cannot be its own parent.' : 'An interface cannot be bridged to itself.',
    ];
  return others.get(other)?.[0] === draft.get('virtual_machine')
    ? undefined
    : [field, `The selected ${field} interface belongs to a different virtual machine.`];
}

function vlanProblem(draft: Draft, vlans: Rows, site: string | null): Problem {
  const vlanSite = vlans.get(draft.get('untagged_vlan') ?? '')?.[0] ?? null;
  return vlanSite === null || vlanSite === site
    ? undefined
    : [
        'untagged_vlan',
        "The untagged VLAN must belong to the same site as the interface's parent virtual machine, or it must be global.",
      ];
}
