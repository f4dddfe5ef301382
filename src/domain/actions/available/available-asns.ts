import type { Action } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { allocate, allocationLocks, wantedOf } from './allocate.ts';
import { availableLimit } from './available-limit.ts';
import { freeNumbers } from './free-numbers.ts';

/** AS numbers from one to another that no ASN has, ascending. */
async function freeAsns(context: ReadContext, { start, end }: { start: string; end: string }, limit: number) {
  const used = await context.rows('select asn from ipam_asn where asn between $1 and $2 order by asn', [start, end]);
  return freeNumbers(
    [{ first: BigInt(start), last: BigInt(end) }],
    used.map(([asn]) => BigInt(asn!)),
    limit,
  );
}

/** AS numbers that are free in a range; POST makes ASNs of the first ones. */
export const availableAsns: Action = {
  model: 'ipam.asnrange',
  path: 'available-asns',
  methods: ['GET', 'POST'],
  async run(request) {
    const { context, method, permits } = request;
    const model = context.registry.get('ipam.asnrange');
    const range = { model: model.name, select: 't.start, t."end", t.rir_id', where: permits(model, 'view') };
    if (method === 'POST') {
      const wanted = wantedOf(request, 'ipam.asn');
      const [start, end, rir] = await findRow(request, range);
      return allocate(request, wanted, {
        model: 'ipam.asn',
        lock: allocationLocks.asns,
        async place(reader, all) {
          const asns = await freeAsns(reader, { start: start!, end: end! }, all.length);
          return asns.length < all.length ? undefined : asns.map((asn) => ({ asn: Number(asn), rir: Number(rir) }));
        },
      });
    }
    permitted(request, 'ipam.asn');
    const [start, end, rir] = await findRow(request, range);
    const [asns, texts] = await Promise.all([
      freeAsns(context, { start: start!, end: end! }, availableLimit(request)),
      context.load(context.shapes.of(context.registry.get('ipam.rir'), 'brief'), [rir!]),
    ]);
    return { status: 200, json: `[${asns.map((asn) => `{"rir":${texts.get(rir!)},"asn":${asn}}`).join(',')}]` };
  },
};
