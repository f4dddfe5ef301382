import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';

/** Types of layer 2 VPNs that connect two places. */
const pointToPoint = ['vpws', 'epl', 'ep-lan', 'ep-tree'];

/** A point-to-point VPN has two terminations at most. */
export const l2vpnTerminationRules: ModelRules = {
  async validate(drafts, context) {
    const own = `{${drafts.flatMap(({ key }) => key ?? []).join(',')}}`;
    const vpns = await relatedRows(drafts, context, {
      relation: 'l2vpn',
      select: `t.type, (select count(*) from vpn_l2vpntermination o where o.l2vpn_id = t.id and not o.id = any('${own}'))`,
    });
    const counts = new Map([...vpns].map(([key, [, count]]) => [key, Number(count)]));
    for (const draft of drafts) {
      const vpn = draft.get('l2vpn')!;
      const count = counts.get(vpn) ?? 0;
      if (pointToPoint.includes(vpns.get(vpn)?.[0] ?? '') && count >= 2)
        draft.errors.add(
          wholeObject,
          `Point-to-point L2VPNs cannot have more than two terminations; found ${count} already defined.`,
        );
      counts.set(vpn, count + 1);
    }
  },
};
