import type { Action } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { allocate, allocationLocks, wantedOf } from './allocate.ts';
import { availableLimit } from './available-limit.ts';
import { freeNumbers } from './free-numbers.ts';

/** VLAN ids of a group's ranges that no VLAN of the group has, ascending. */
async function freeVids(context: ReadContext, group: string, limit: number): Promise<bigint[]> {
  const [ranges, used] = await Promise.all([
    context.rows(
      'select lower(r), upper(r) - 1 from ipam_vlangroup g, unnest(g.vid_ranges) r where g.id = $1 order by 1',
      [group],
    ),
    context.rows('select vid from ipam_vlan where group_id = $1 order by vid', [group]),
  ]);
  return freeNumbers(
    ranges.map(([first, last]) => ({ first: BigInt(first!), last: BigInt(last!) })),
    used.map(([vid]) => BigInt(vid!)),
    limit,
  );
}

const readFirst = new Set(['name', 'site', 'tenant', 'status', 'role', 'description', 'tags', 'custom_fields']);

/** VLAN ids that are free in a group; POST makes VLANs of the first ones. */
export const availableVlans: Action = {
  model: 'ipam.vlangroup',
  path: 'available-vlans',
  methods: ['GET', 'POST'],
  async run(request) {
    const { context, method, permits } = request;
    const model = context.registry.get('ipam.vlangroup');
    const group = { model: model.name, select: 't.id', where: permits(model, 'view') };
    if (method === 'POST') {
      const wanted = wantedOf(request, 'ipam.vlan');
      const [id] = await findRow(request, group);
      return allocate(request, wanted, {
        model: 'ipam.vlan',
        lock: allocationLocks.vlans,
        readFirst,
        check: ({ name }) => (name === undefined ? { name: ['This field is required.'] } : undefined),
        async place(reader, all) {
          const vids = await freeVids(reader, id!, all.length);
          return vids.length < all.length ? undefined : vids.map((vid) => ({ vid: Number(vid), group: Number(id) }));
        },
      });
    }
    permitted(request, 'ipam.vlan');
    const [id] = await findRow(request, group);
    const [vids, texts] = await Promise.all([
      freeVids(context, id!, availableLimit(request)),
      context.load(context.shapes.of(model, 'brief'), [id!]),
    ]);
    return { status: 200, json: `[${vids.map((vid) => `{"vid":${vid},"group":${texts.get(id!)}}`).join(',')}]` };
  },
};
