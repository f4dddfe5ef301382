import type { Action } from '#operations/action.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { availableLimit } from './available-limit.ts';
import { freeNumbers } from './free-numbers.ts';

/** AS numbers of a range that no ASN has. */
export const availableAsns: Action = {
  model: 'ipam.asnrange',
  path: 'available-asns',
  methods: ['GET'],
  async run(request) {
    const { context, permits } = request;
    permitted(request, 'ipam.asn');
    const [start, end, rir] = await findRow(request, {
      model: 'ipam.asnrange',
      select: 't.start, t."end", t.rir_id',
      where: permits(context.registry.get('ipam.asnrange'), 'view'),
    });
    const [used, texts] = await Promise.all([
      context.rows('select asn from ipam_asn where asn between $1 and $2 order by asn', [start!, end!]),
      context.load(context.shapes.of(context.registry.get('ipam.rir'), 'brief'), [rir!]),
    ]);
    const asns = freeNumbers(
      [{ first: BigInt(start!), last: BigInt(end!) }],
      used.map(([asn]) => BigInt(asn!)),
      availableLimit(request),
    );
    return { status: 200, json: `[${asns.map((asn) => `{"rir":${texts.get(rir!)},"asn":${asn}}`).join(',')}]` };
  },
};
