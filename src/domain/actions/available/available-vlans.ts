import type { Action } from '#operations/action.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { availableLimit } from './available-limit.ts';
import { freeNumbers } from './free-numbers.ts';

/** VLAN ids of a group's ranges that no VLAN of the group has. */
export const availableVlans: Action = {
  model: 'ipam.vlangroup',
  path: 'available-vlans',
  methods: ['GET'],
  async run(request) {
    const { context, permits } = request;
    permitted(request, 'ipam.vlan');
    const group = context.registry.get('ipam.vlangroup');
    const [id] = await findRow(request, { model: 'ipam.vlangroup', select: 't.id', where: permits(group, 'view') });
    const [ranges, used, texts] = await Promise.all([
      context.rows(
        `select lower(r), upper(r) - 1 from ipam_vlangroup g, unnest(g.vid_ranges) r where g.id = $1 order by 1`,
        [id!],
      ),
      context.rows('select vid from ipam_vlan where group_id = $1 order by vid', [id!]),
      context.load(context.shapes.of(group, 'brief'), [id!]),
    ]);
    const vids = freeNumbers(
      ranges.map(([first, last]) => ({ first: BigInt(first!), last: BigInt(last!) })),
      used.map(([vid]) => BigInt(vid!)),
      availableLimit(request),
    );
    return { status: 200, json: `[${vids.map((vid) => `{"vid":${vid},"group":${texts.get(id!)}}`).join(',')}]` };
  },
};
